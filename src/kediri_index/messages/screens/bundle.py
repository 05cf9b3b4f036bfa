"""What ``bundle`` and ``verify`` say: their help, their screens, their errors."""

from __future__ import annotations

from kediri_index.model.language import Wording

BUNDLE_TEXTS: dict[str, Wording] = {
    "help.bundle": Wording(
        "Menyimpan berkas isian, definisi, profil, hasil dan sidik jarinya (sha256) dalam satu "
        "arsip, agar kelak dapat dihitung ulang.",
        "Keeps the sheets, the definition, the profile, the results and their hashes (sha256) in "
        "one archive, so that it can be computed again one day.",
    ),
    "help.bundle.short": Wording(
        "Menyimpan isian dan hasil dalam satu arsip.", "Keeps inputs and results in one archive."
    ),
    "help.verify": Wording(
        "Menghitung ulang sebuah arsip dan menyebut setiap isi, sel dan angka yang berbeda (kode "
        "keluar 1); arsip dari versi lain tidak terverifikasi (kode keluar 3). Dengan --published, "
        "menghitung ulang hasil terbit yang ikut di dalam program.",
        "Computes an archive again and names each member, cell and figure that differs (exit code "
        "1); an archive of another version is not verified (exit code 3). With --published, "
        "computes the published results that come with the program.",
    ),
    "help.verify.short": Wording("Menghitung ulang sebuah arsip.", "Computes an archive again."),
    "help.option.archive": Wording("Arsip .zip dari bundle.", "A .zip that bundle wrote."),
    "help.option.published": Wording(
        "Hitung ulang hasil terbit yang ikut di dalam program.",
        "Compute the published results again that come with the program.",
    ),
    "help.option.bundle-into": Wording(
        "Arsip .zip yang ditulis; - untuk keluaran baku.",
        "The .zip to write; - for standard output.",
    ),
    # screens
    "bundle.written": Wording(
        "{path} · berisi {count} berkas", "{path} · holds {count} files", "{path} · holds 1 file"
    ),
    "bundle.keep": Wording(
        "Catat sha256 itu di tempat lain: hanya itu yang membuktikan bahwa arsipnya masih sama.",
        "Keep that sha256 elsewhere: it alone shows that the archive is still the same.",
    ),
    "next.verify": Wording(
        "Hitung ulang kapan saja: kediri-index verify {path}",
        "Compute it again at any time: kediri-index verify {path}",
    ),
    "bundle.refused": Wording(
        "Tidak diarsipkan, karena ada {count} galat; dengan --allow-errors hasil yang ada saja.",
        "Not bundled, since there are {count} errors; --allow-errors keeps what can be scored.",
        "Not bundled, since there is 1 error; --allow-errors keeps what can be scored.",
    ),
    "verify.made-by": Wording(
        "dibuat dengan kediri-index {version}", "made by kediri-index {version}"
    ),
    "verify.definition": Wording("{id} versi {version}", "{id} version {version}"),
    "verify.members": Wording("Berkas", "Files"),
    "verify.cells": Wording("Sel", "Cells"),
    "verify.figures": Wording("Angka", "Figures"),
    "verify.findings": Wording("Temuan", "Findings"),
    "verify.all-same": Wording("{count}, semuanya sama", "{count}, all the same", "1, the same"),
    "verify.some": Wording("{different} dari {count} berbeda", "{different} of {count} differ"),
    "verify.added": Wording("{different} berbeda", "{different} differ"),
    "verify.none": Wording("tidak ada", "none"),
    "verify.recorded": Wording(
        "Tercatat, tidak terbukti: {options}", "Recorded, not proven: {options}"
    ),
    "verify.recorded.day": Wording("pengecualian per {day}", "waivers as of {day}"),
    "verify.recorded.profile-unit": Wording("{unit} dari profil", "{unit} from the profile"),
    "verify.recorded.passed-over": Wording(
        "{count} berkas dilewati", "{count} files passed over", "1 file passed over"
    ),
    "verify.not-compared": Wording(
        "Tidak dibandingkan bita demi bita: {names}", "Not compared byte for byte: {names}"
    ),
    # the last line: what is proven
    "verify.verified": Wording(
        "Terverifikasi: dari berkas di dalamnya, kediri-index {version} menghasilkan persis arsip "
        "ini dengan semua {count} angkanya; asalnya hanya terbukti oleh sha256 dari sumber lain.",
        "Verified: kediri-index {version} writes exactly this archive from the files in it, with "
        "all {count} figures; only a sha256 from elsewhere proves who made it.",
        "Verified: kediri-index {version} writes exactly this archive from the files in it, with "
        "its figure; only a sha256 from elsewhere proves who made it.",
    ),
    "verify.not-verified": Wording(
        "Tidak terverifikasi: arsip ini ditulis versi {made_by}, sedangkan ini versi {version}; "
        "dengan versi ini, semua {count} angkanya mengikuti berkas di dalamnya; asal arsip hanya "
        "terbukti oleh sha256 dari sumber lain.",
        "Not verified: version {made_by} wrote this archive and this is {version}; under this "
        "version, all {count} figures follow from the files in it; only a sha256 from elsewhere "
        "proves who made it.",
        "Not verified: version {made_by} wrote this archive and this is {version}; under this "
        "version, its figure follows from the files in it; only a sha256 from elsewhere proves who "
        "made it.",
    ),
    "verify.later-form": Wording(
        "Tidak terverifikasi: arsip ini ditulis versi {made_by} dalam bentuk yang belum dikenal "
        "versi {version}; tidak ada yang terbukti.",
        "Not verified: version {made_by} wrote this archive in a form that version {version} does "
        "not know; nothing is proven.",
    ),
    "verify.differs": Wording(
        "Arsip ini tidak sama dengan saat dibuat; tidak ada isinya yang terbukti.",
        "This archive is not as it was made; nothing in it is proven.",
    ),
    "verify.differs-version": Wording(
        "Tidak sama: arsip ini ditulis versi {made_by}, dan versi {version} menemukan perbedaan di "
        "atas; tidak ada isinya yang terbukti.",
        "Not the same: version {made_by} wrote this archive, and version {version} found the "
        "differences above; nothing in it is proven.",
    ),
    "verify.not-computed": Wording(
        "Arsip ini tidak dapat dihitung ulang; tidak ada isinya yang terbukti.",
        "This archive cannot be computed again; nothing in it is proven.",
    ),
    "weight.archive": Wording(
        "Ini galat: arsip itu tidak lagi sama dengan saat dibuat.",
        "This is an error: the archive is not as it was made.",
    ),
    # published results
    "published.column.unit": Wording("Wilayah", "Unit"),
    "published.column.year": Wording("Tahun", "Year"),
    "published.column.figure": Wording("Angka", "Figure"),
    "published.column.published": Wording("Terbit", "Published"),
    "published.column.computed": Wording("Dihitung", "Computed"),
    "published.of.overall": Wording("keseluruhan", "overall"),
    "published.of.class": Wording("predikat", "class"),
    "published.of.change": Wording("perubahan", "change"),
    "level.answers": Wording("jawaban", "answers"),
    "level.components": Wording("komponen", "components"),
    "level.mixed": Wording("isian campuran", "mixed inputs"),
    "level.aspects": Wording("aspek", "aspects"),
    "level.pillars": Wording("pilar", "pillars"),
    "level.dimensions": Wording("dimensi", "dimensions"),
    "level.domains": Wording("domain", "domains"),
    "level.none": Wording("terbit tanpa rinciannya", "published without its parts"),
    "index.smart-city-before-2022": Wording(
        "Evaluasi kota cerdas sebelum 2022", "Smart-city evaluation before 2022"
    ),
    "deviation.rounded-means": Wording(
        "nilai aspek yang terbit adalah rata-rata banyak instansi yang sudah dibulatkan",
        "the aspects are printed as rounded means over many agencies",
    ),
    "deviation.rounded-domain": Wording(
        "domain layanan terbit sudah dibulatkan; dari aspeknya angkanya sama",
        "the domain of services is printed rounded; its aspects give the published figure",
    ),
    "deviation.rounded-aspect": Wording(
        "aspek TIK terbit sudah dibulatkan; dari jawabannya angkanya sama",
        "the aspect of ICT is printed rounded; its answers give the published figure",
    ),
    "deviation.life-expectancy": Wording(
        "terbit dengan umur harapan hidup berdasar sensus yang lebih baru; yang di sini lebih lama",
        "published with life expectancy from the newer census; what is known here is the older one",
    ),
    "deviation.half-down": Wording(
        "isiannya memberi tepat setengah di desimal ketiga; angka tercetak membulatkannya ke bawah",
        "its answers give exactly a half in the third decimal, which is printed rounded down",
    ),
    "published.counts": Wording(
        "{same} angka sama · {deviating} lain dengan alasan yang diketahui · {different} berbeda · "
        "{without} terbit tanpa rinciannya",
        "{same} figures the same · {deviating} other for a known reason · {different} differ · "
        "{without} published without their parts",
    ),
    # errors
    "bundle-unreadable": Wording(
        "{path}: berkas ini tidak dapat dibuka atau terlalu besar, sehingga tidak dapat "
        "diarsipkan; perbaiki hak aksesnya, atau keluarkan dari folder",
        "{path}: this file cannot be opened or is too large, and so cannot be bundled; repair its "
        "permissions, or take it out of the folder",
    ),
    "bundle-nowhere": Wording(
        "bundle menulis satu arsip; sebutkan namanya dengan --output, misalnya --output hasil.zip",
        "bundle writes one archive; name it with --output, such as --output result.zip",
    ),
    "bundle-either": Wording(
        "--output - menulis arsip ke keluaran baku, tempat --format json juga menulis; pilih satu",
        "--output - writes the archive to standard output, as --format json does; choose one",
    ),
    "waivers-without-day": Wording(
        "pengecualian berlaku sampai suatu hari; sebutkan pula hari arsip ini dibuat (day)",
        "waivers are good until a day; say as well on which day the archive is made (day)",
    ),
    "verify-either": Wording(
        "verify menghitung ulang satu arsip atau, dengan --published, hasil terbit; pilih satu",
        "verify computes one archive again or, with --published, the published results; choose one",
    ),
}
