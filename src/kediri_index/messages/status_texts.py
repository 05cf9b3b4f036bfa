"""What the board of agencies (OPD) says."""

from __future__ import annotations

from kediri_index.model.wording import Wording

STATUS_TEXTS: dict[str, Wording] = {
    "board.due": Wording("batas {day}", "due {day}"),
    "board.complete": Wording("{count} dari {total} lengkap", "{count} of {total} complete"),
    "board.state": Wording("Keadaan", "State"),
    "board.filled": Wording("Isian", "Filled"),
    "board.errors": Wording("Galat", "Errors"),
    "board.warnings": Wording("Peringatan", "Warnings"),
    "board.revision": Wording("Revisi", "Revision"),
    "board.overdue": Wording("Terlambat (hari)", "Days late"),
    "board.not-applicable": Wording("{count} tidak berlaku", "{count} n/a"),
    "board.nothing-assigned": Wording("tidak ada tugas", "nothing assigned"),
    "board.superseded": Wording("digantikan: {name}", "superseded: {name}"),
    "board.superseded-revision": Wording(
        "digantikan: {name} (revisi {revision})", "superseded: {name} (revision {revision})"
    ),
    "board.perhaps": Wording("lihat di bawah: {names}", "see below: {names}"),
    "board.several-files": Wording("{count} berkas: {names}", "{count} files: {names}"),
    "board.other-files": Wording("Berkas di luar papan", "Files beside the board"),
    "board.unassigned": Wording(
        "Tanpa OPD pengampu: {count} isian ({answered} terisi), bobot {weight}: {ids}",
        "Assigned to no OPD: {count} answers ({answered} filled in), weight {weight}: {ids}",
        "Assigned to no OPD: {count} answer ({answered} filled in), weight {weight}: {ids}",
    ),
    "state.missing": Wording("belum", "missing"),
    "state.faulty": Wording("salah", "faulty"),
    "state.incomplete": Wording("sebagian", "incomplete"),
    "state.complete": Wording("lengkap", "complete"),
    # why a file is on no agency's row
    "other-file.no_opd": Wording(
        "tidak menyebut OPD; isi OPD pada lembar Identitas",
        "names no OPD; fill in OPD on the sheet Identitas",
    ),
    "other-file.unknown_opd": Wording(
        "OPD «{said}» tidak ada dalam profil; perbaiki namanya, atau tambahkan ejaan ini di also",
        "the profile has no OPD «{said}»; correct the name, or add this spelling under also",
    ),
    "other-file.unreadable": Wording("tidak terbaca", "not readable"),
    "other-file.other_unit": Wording("untuk wilayah lain: «{said}»", "of another unit: «{said}»"),
    "other-file.other_year": Wording("untuk tahun lain: {said}", "of another year: {said}"),
    "other-file.passed_over": Wording("dilewati", "passed over"),
    "other-file.nearest": Wording("mungkin dari {name}?", "perhaps from {name}?"),
    # what comes next
    "next.check-folder": Wording(
        "Temuan selengkapnya: kediri-index check {again}",
        "All findings: kediri-index check {again}",
    ),
    "next.messages": Wording(
        "Surat untuk OPD: kediri-index status {again} --messages surat/",
        "Messages to the OPD: kediri-index status {again} --messages messages/",
    ),
    "messages-written": Wording(
        "{count} surat ditulis ke {path}",
        "{count} messages written to {path}",
        "1 message written to {path}",
    ),
    "messages-outdated": Wording(
        "tidak perlu dikirim lagi, karena OPD-nya sudah lengkap: {names}",
        "not to be sent any more, since their OPD is complete: {names}",
    ),
}
