"""What stands in a new project, in forms for agencies (OPD), and what archives say."""

from __future__ import annotations

from kediri_index.model.language import Wording

PROJECT_TEXTS: dict[str, Wording] = {
    "project.unit": Wording("Kota Anda", "Your City"),
    "project.source": Wording(
        "berdasarkan {id}, versi {version}", "based on {id}, version {version}"
    ),
    # comments in the definition
    "project.definition": Wording(
        "Indeks milik sendiri. Isinya sama dengan {id}, kecuali yang ditulis di sini; lihat "
        "selengkapnya dengan: kediri-index definition show. Setelah ada nilai yang diterbitkan "
        "dengannya, berkas ini tidak diubah lagi: tahun baru, berkas baru.",
        "An index of one's own. It says what {id} says, except for what stands here; see it whole "
        "with: kediri-index definition show. Once results were published with it, this file stays "
        "as it is: a new year is a new file.",
    ),
    "project.definition.change": Wording(
        "Begini caranya mengubah: indikator dan kelompok dikenali dari id-nya; drop menghapusnya. "
        "Pertanyaan yang berubah arti diberi id baru. Hilangkan tanda # untuk mencoba.",
        "This is how to change it: indicators and groups are known by their ids, and drop removes "
        "one. A question that changes its meaning gets a new id. Take the # away to try.",
    ),
    # comments in the profile
    "project.profile": Wording(
        "Milik siapa indeks ini: wilayahnya, OPD-nya, dan siapa mengisi apa.",
        "Whose the index is: the region, its agencies (OPD), and who answers for what.",
    ),
    "project.opd": Wording(
        "OPD dalam urutan tabel. Boleh ditambah short (singkatan) dan also (ejaan lain yang "
        "dipakai di lembar isian).",
        "The agencies (OPD) in the order of the tables. You may add short (a short name) and also "
        "(other spellings that sheets use).",
    ),
    "project.opd.invented": Wording(
        "CONTOH: ganti dengan OPD yang sebenarnya, dalam urutan tabel. also berisi ejaan lain yang "
        "dipakai di lembar isian.",
        "EXAMPLE: replace it with your agencies (OPD), in the order of the tables. Other spellings "
        "that sheets use go into also.",
    ),
    "project.assign": Wording(
        "CONTOH: indikator dibagi rata menurut urutan, bukan menurut tugas. Pindahkan setiap baris "
        "ke OPD yang mengampunya.",
        "EXAMPLE: the indicators are dealt out evenly in their order, not by duties. Move each "
        "line to the agency that answers for it.",
    ),
    "project.assign.listed": Wording(
        "Indikator yang diisi setiap OPD, menurut daftar. Yang diisi beberapa OPD tertulis di "
        "setiap OPD-nya.",
        "The indicators that each agency fills in, as the list says. One of several agencies is "
        "listed under each of them.",
    ),
    # comments in a definition that was made from a list
    "written.from": Wording(
        "Indeks ini dibuat dari daftar indikator {name}. Bila daftarnya berubah, buat lagi dari "
        "daftar itu, atau ubah di sini. Setelah ada nilai yang diterbitkan dengannya, berkas ini "
        "tidak diubah lagi: tahun baru, berkas baru.",
        "This index was made from the list of indicators {name}. When the list changes, make it "
        "again from the list, or change it here. Once results were published with it, this file "
        "stays as it is: a new year is a new file.",
    ),
    "written.groups": Wording(
        "Kelompok indikator dan bobotnya. weight adalah bobot di antara yang setingkat.",
        "The groups of indicators and their weights. weight counts among siblings.",
    ),
    "written.indicators": Wording(
        "Indikator, urut seperti di daftarnya. in: kelompoknya; score: cara penilaiannya; "
        "direction: higher = semakin tinggi semakin baik, lower = semakin rendah semakin baik.",
        "The indicators in the order of the list. in: the group; score: how it is scored; "
        "direction: higher or lower is better.",
    ),
    "written.missing": Wording(
        "error: semua harus diisi; exclude: yang kosong dilewati",
        "error: all must be answered; exclude: empty ones are left out",
    ),
    "written.source": Wording("sumber data: {source}", "source of data: {source}"),
    # what init made of a list of indicators
    "listed.from": Wording("dari {path}{sheet}", "from {path}{sheet}"),
    "listed.sheet": Wording(", lembar {name}", ", sheet {name}"),
    "listed.counts": Wording(
        "{count} indikator, {agencies} OPD, skala {low}–{high}",
        "{count} indicators, {agencies} agencies, scale {low} to {high}",
        "{count} indicator, {agencies} agencies, scale {low} to {high}",
    ),
    "listed.indicators": Wording("Indikator", "Indicators"),
    "listed.taken": Wording(
        "Yang dianggap begini karena daftarnya tidak menyebut lain",
        "What was taken so because the list does not say otherwise",
    ),
    "listed.made": Wording("Yang dibuat", "What was made"),
    "listed.definition": Wording("definisi indeks", "definition"),
    "listed.profile": Wording("OPD dan tugasnya", "agencies"),
    "listed.form": Wording("formulir isian", "forms"),
    "listed.forms": Wording(
        "{path}, {count} berkas", "{path}, {count} files", "{path}, {count} file"
    ),
    "listed.copy": Wording("daftar berkode", "list with codes"),
    "listed.codes": Wording(
        "{path}, {count} kode baru", "{path}, {count} new codes", "{path}, {count} new code"
    ),
    "listed.no-copy": Wording(
        "{count} kode dibuat, tetapi tidak dapat ditulis ke salinan daftar; lihat di definisi.",
        "{count} codes were made, but no copy of the list can hold them; see the definition.",
        "{count} code was made, but no copy of the list can hold it; see the definition.",
    ),
    "listed.no-unit": Wording(
        "Nama daerah belum ada: tulis di {path}, kunci unit, atau ulangi dengan --unit",
        "The region has no name yet: write it in {path}, key unit, or run again with --unit",
    ),
    "listed.next": Wording(
        "Selanjutnya: kirim formulir di {forms} ke OPD, simpan yang kembali di {received}, lalu di "
        "folder {folder}: kediri-index status masuk",
        "Next: send the forms in {forms} to the agencies, put what comes back into {received}, "
        "then in the folder {folder}: kediri-index status masuk",
    ),
    # the definition of --blank
    "blank": Wording(
        "Indeks sendiri. Isi keenam baris yang diberi keterangan; baris pilar dan baris indikator "
        "ditambah sebanyak yang perlu. Periksa dengan: kediri-index definition lint",
        "An index of your own. Fill in the six lines with a comment above; add as many lines of "
        "pillars and of indicators as you need. Check it with: kediri-index definition lint",
    ),
    "blank.kind": Wording("Pilar", "Pillar"),
    "blank.title": Wording("judul indeks", "the title of the index"),
    "blank.source": Wording("dasar atau sumbernya", "what it is based on"),
    "blank.source.value": Wording("Isi dasar indeks ini", "Say what this index is based on"),
    "blank.year": Wording("tahun yang dinilai", "the year that is assessed"),
    "blank.scale": Wording("nilai terendah dan tertinggi", "the lowest and the highest score"),
    "blank.group": Wording(
        "satu baris per pilar; bobotnya, tanpa %, dibandingkan dengan pilar lain",
        "one line per pillar; its weight, without %, counts among the pillars",
    ),
    "blank.group.value": Wording("Nama pilar", "Name of the pillar"),
    "blank.indicator": Wording(
        "satu baris per indikator: kode, pilarnya (in), nama, satuan, arah (higher atau lower), "
        "target",
        "one line per indicator: code, its pillar (in), name, unit, direction (higher or lower), "
        "target",
    ),
    "blank.indicator.value": Wording("Nama indikator", "Name of the indicator"),
    # the empty list of indicators, and a definition as such a list
    "list.title": Wording(
        "Daftar indikator: satu baris per indikator, cara mengisinya di lembar Petunjuk",
        "List of indicators: one row per indicator; how to fill it in is on the sheet Petunjuk",
    ),
    "list.groups": Wording(
        "Bobot kelompok: jumlahnya 100%; kosongkan bila semua sama berat",
        "Weights of groups: they add up to 100%; leave them empty if all weigh the same",
    ),
    "list.agencies": Wording(
        "OPD: kode, nama dan singkatannya", "Agencies: code, name and short name"
    ),
    "list.check.group": Wording("isi pilarnya", "fill in the pillar"),
    "list.check.name": Wording("isi nama indikatornya", "fill in the name of the indicator"),
    "list.check.twice": Wording("indikator ini sudah ada", "this indicator is already there"),
    "list.check.weight": Wording("isi bobotnya", "fill in the weight"),
    "list.check.sum": Wording(
        "bobot di pilar ini belum berjumlah 100%", "weights in this pillar do not add up to 100%"
    ),
    "list.check.sum-groups": Wording(
        "bobot pilar belum berjumlah 100%", "weights of pillars do not add up to 100%"
    ),
    "list.check.method": Wording(
        "isi cara penilaian atau target", "fill in the scoring method or a target"
    ),
    "list.check.direction": Wording(
        "isi arahnya: semakin tinggi atau semakin rendah semakin baik",
        "fill in the direction: is higher or lower better",
    ),
    "list.check.opd": Wording("isi OPD pengampunya", "fill in the responsible agency"),
    "list.check.done": Wording("lengkap", "complete"),
    "list.guide": Wording("Cara mengisi daftar ini", "How to fill in this list"),
    "list.guide.rows": Wording(
        "Isi lembar Daftar: satu baris per indikator. Kolom boleh ditambah atau dihapus, dan baris "
        "boleh disisipkan. Judul, daerah, tahun dan skala indeks diisi di lembar Indeks.",
        "Fill in the sheet Daftar: one row per indicator. You may add or delete columns and insert "
        "rows. Title, region, year and scale of the index belong on the sheet Indeks.",
    ),
    "list.guide.groups": Wording(
        "Isi lembar Bobot: nama setiap pilar dan bobotnya. Ejaannya sama dengan di lembar Daftar.",
        "Fill in the sheet Bobot: the name of each pillar and its weight, spelt as on Daftar.",
    ),
    "list.guide.check": Wording(
        "Lihat kolom Periksa: di sana tertulis apa yang masih kurang.",
        "Look at the column Periksa: it says what is still missing.",
    ),
    "list.guide.init": Wording(
        "Simpan, lalu jalankan: kediri-index init FOLDER-BARU --from BERKAS-INI.xlsx. Yang belum "
        "jelas ditanyakan sekaligus, lengkap dengan selnya.",
        "Save it, then run: kediri-index init NEW-FOLDER --from THIS-FILE.xlsx. Whatever is "
        "unclear is asked at once, with its cell.",
    ),
    "list.about.code": Wording(
        "Boleh kosong: program membuatkannya. Contoh: GOV-01",
        "May be empty: the program makes one. Example: GOV-01",
    ),
    "list.about.group": Wording(
        "Kelompok indikatornya. Kolom Sub pilar boleh ditambahkan. Contoh: Smart Governance",
        "The group of the indicator. A column Sub pilar may be added. Example: Smart Governance",
    ),
    "list.about.name": Wording(
        "Nama indikator, masing-masing satu kali. Contoh: Penduduk miskin",
        "The name of the indicator, each once. Example: Penduduk miskin",
    ),
    "list.about.weight": Wording(
        "Bobot indikator di dalam pilarnya; jumlahnya 100%. Kosongkan seluruh kolom bila sama "
        "berat. Contoh: 30% atau 30",
        "The weight within the pillar; they add up to 100%. Leave the whole column empty if all "
        "weigh the same. Example: 30% or 30",
    ),
    "list.about.unit": Wording(
        "Satuan realisasinya. Contoh: %, menit, indeks",
        "The unit of measure. Example: %, menit, indeks",
    ),
    "list.about.target": Wording(
        "Target tahun ini, angka atau rentang. Kosongkan bila OPD yang mengisinya. Contoh: 90 atau "
        "60–85",
        "The target of the year, a number or a range. Leave it empty if the agency fills it in. "
        "Example: 90 or 60–85",
    ),
    "list.about.direction": Wording(
        "Pilih: semakin tinggi semakin baik, atau semakin rendah semakin baik",
        "Choose: semakin tinggi semakin baik (higher is better), or semakin rendah semakin baik "
        "(lower is better)",
    ),
    "list.about.method": Wording(
        "Pilih atau tulis sendiri: capaian terhadap target; skala 1–5; tingkat 1 s.d. 5; ya/tidak; "
        "minimum 20, maksimum 85; di bawah 40 = 1; di bawah 70 = 2; selebihnya = 4",
        "Choose or write: capaian terhadap target (achievement); skala 1–5 (a score); tingkat 1 "
        "s.d. 5 (levels); ya/tidak (yes or no); minimum 20, maksimum 85 (goalposts); di bawah 40 = "
        "1; di bawah 70 = 2; selebihnya = 4 (bands)",
    ),
    "list.about.opd": Wording(
        "OPD yang mengisi; beberapa OPD dipisahkan titik koma. Contoh: Dinkes; Bappeda",
        "The agency that answers; several are parted by semicolons. Example: Dinkes; Bappeda",
    ),
    "list.about.source": Wording(
        "Asal datanya, sebagai catatan. Contoh: BPS", "Where the data come from. Example: BPS"
    ),
    # what of a definition no list holds
    "list.not-held": Wording(
        "Tidak termuat di daftar ini: {what}.", "This list does not hold: {what}."
    ),
    "list.not-held.prepare": Wording(
        "langkah sebelum penilaian ({ids})", "the steps before scoring ({ids})"
    ),
    "list.not-held.tags": Wording("tanda {ids}", "the tags {ids}"),
    "list.not-held.scale": Wording(
        "indeks tanpa skala ({ids})", "an index without a scale ({ids})"
    ),
    "list.not-held.superseded": Wording("penggantinya ({ids})", "what supersedes it ({ids})"),
    "list.not-held.evidence": Wording(
        "butir bukti per tingkat dari {ids}", "the evidence items by level of {ids}"
    ),
    "list.not-held.survey": Wording("survei {ids}", "the surveys of {ids}"),
    "list.not-held.given": Wording(
        "kelompok tanpa indikator ({ids})", "groups without indicators ({ids})"
    ),
    "list.not-held.method": Wording("cara penilaian {ids}", "the scoring methods of {ids}"),
    "list.not-held.range": Wording(
        "rentang nilai tersendiri {ids}", "the score ranges of their own of {ids}"
    ),
    "list.not-held.aggregate": Wording("cara penggabungan {ids}", "the aggregations of {ids}"),
    "list.not-held.kinds": Wording("jenis kelompok {ids}", "the kinds of groups {ids}"),
    "list.not-held.levels": Wording("susunan kelompok {ids}", "the order of the groups {ids}"),
    "list.not-held.names": Wording(
        "nama yang dipakai dua indikator ({ids})", "names that two indicators have ({ids})"
    ),
    "list.not-held.other": Wording(
        "sebagian isinya: daftar ini terbaca kembali dengan arti lain",
        "some of it: the list reads back with another meaning",
    ),
    "list.not-same": Wording(
        "Definisi yang dibuat dari daftar ini tidak sama artinya dengan {id}; simpan juga berkas "
        "YAML-nya.",
        "A definition made from this list does not mean the same as {id}; keep the YAML file too.",
    ),
    "list.next": Wording(
        "Isi daftarnya, lalu: kediri-index init FOLDER-BARU --from {path}",
        "Fill in the list, then: kediri-index init NEW-FOLDER --from {path}",
    ),
    "list.refused": Wording(
        "{count} hal di daftar perlu dijawab; belum ada yang ditulis. Perbaiki daftarnya, lalu "
        "jalankan perintah ini lagi.",
        "{count} points of the list need an answer; nothing was written. Correct the list, then "
        "run this command again.",
        "{count} point of the list needs an answer; nothing was written. Correct the list, then "
        "run this command again.",
    ),
    "project.due": Wording(
        "Batas waktu: sesudahnya, status menyebut OPD yang belum lengkap terlambat.",
        "The day all is due; after it, status calls whoever is not complete late.",
    ),
    "project.history": Wording(
        "Nilai indeks yang sudah terbit, dan targetnya, per tahun.",
        "Overall scores as published, and the targets, by year.",
    ),
    # comments in the waivers and in what Git passes over
    "project.waivers": Wording(
        "Temuan yang diterima sebagai pengecualian, masing-masing sampai batas waktunya. Hilangkan "
        "tanda # untuk menulis yang pertama.",
        "Findings that were accepted, each until its day. Take the # away to write the first one.",
    ),
    "project.waivers.reason": Wording(
        "Angka akhirnya menyusul bulan depan", "The final figure follows next month"
    ),
    "project.bytes": Wording(
        "Git menyimpan setiap berkas apa adanya: arsip mengenalinya dari SHA-256",
        "Git keeps every file as it is: archives know it by its SHA-256",
    ),
    "project.ignored": Wording(
        "Yang dapat dibuat ulang, dan kunci milik program perkantoran.",
        "What can be made again, and the locks of office programs.",
    ),
    # the page that explains the folder
    "project.readme.intro": Wording(
        "Folder ini menghitung indeks dari lembar isian OPD, dengan kediri-index. Semua perintah "
        "dijalankan di folder ini, menurut urutan kerja setahun.",
        "This folder computes the index from the agencies' (OPD) sheets, with kediri-index. All "
        "commands are run in this folder, in the order of the year's work.",
    ),
    "project.readme.language": Wording(
        "Keluaran berbahasa Indonesia bila disetel begini:",
        "Output is in English if this is set:",
    ),
    "project.readme.prepare": Wording("Siapkan", "Prepare"),
    "project.readme.prepare.how": Wording(
        "Isi nama OPD, pembagian indikator, dan batas waktu di `config/profile.yaml`; ubah "
        "indeksnya, bila perlu, di `config/pillars.yaml`. Lalu periksa:",
        "Fill in the agencies, who answers for what, and the day all is due in "
        "`config/profile.yaml`; change the index, where needed, in `config/pillars.yaml`. Then "
        "check it:",
    ),
    "project.readme.forms": Wording(
        "Buat lembar isian, lalu kirim", "Make the forms and send them"
    ),
    "project.readme.forms.how": Wording(
        "Satu berkas untuk setiap OPD, di `isian/`. Buat ulang setiap kali `config/` berubah:",
        "One file for each agency, in `isian/`. Make them anew whenever `config/` changes:",
    ),
    "project.readme.status": Wording("Pantau yang masuk", "See what has come in"),
    "project.readme.status.how": Wording(
        "Simpan berkas yang kembali ke `masuk/`. Surat untuk OPD yang belum lengkap ditulis ke "
        "`surat/`:",
        "Put the files that come back into `masuk/`. Messages for the agencies that are not "
        "complete are written into `surat/`:",
    ),
    "project.readme.check": Wording("Periksa", "Check"),
    "project.readme.check.how": Wording(
        "Semua temuan sekaligus, dengan selnya. Yang diterima sebagai pengecualian dicatat di "
        "`config/waivers.yaml`. Salinan bertanda dari setiap berkas yang perlu diperbaiki ditulis "
        "ke `hasil/`; kirim bersama suratnya:",
        "All findings at once, each with its cell. Those that are accepted stand in "
        "`config/waivers.yaml`. A marked copy of each file that needs repair is written into "
        "`hasil/`; send it along with the message:",
    ),
    "project.readme.score": Wording("Hitung", "Score"),
    "project.readme.score.how": Wording(
        "Nilai keseluruhan, per dimensi dan per pilar:",
        "The overall score, and those of dimensions and pillars:",
    ),
    "project.readme.explain": Wording("Jelaskan", "Explain"),
    "project.readme.explain.how": Wording(
        "Mengapa nilainya berubah sejak tahun lalu: `kediri-index compare FOLDER-LAMA masuk/`. "
        "Apa yang paling ringan untuk mencapai sasaran: `kediri-index plan masuk/ --target NILAI`. "
        "Seberapa kukuh nilainya: `kediri-index robustness masuk/`. Dari mana setiap angka, sampai "
        "ke sel dan baris definisinya:",
        "Why the score changed since last year: `kediri-index compare OLD-FOLDER masuk/`. What "
        "takes least to meet a target: `kediri-index plan masuk/ --target SCORE`. How sure the "
        "score is: `kediri-index robustness masuk/`. Where each figure comes from, down to the "
        "cell and the definition's line:",
    ),
    "project.readme.report": Wording("Susun laporan", "Report"),
    "project.readme.report.how": Wording(
        "Laporan tahunan dalam satu halaman web yang tidak memerlukan jaringan. Dengan `.xlsx` "
        "hasilnya buku kerja yang menghitung sendiri, dengan `.docx` dokumen Word; dengan "
        "`--previous FOLDER-LAMA` laporan juga menjelaskan apa yang berubah sejak tahun lalu:",
        "The yearly report as one web page that needs no network. `.xlsx` gives a workbook that "
        "computes, `.docx` a Word document; with `--previous OLD-FOLDER` the report also tells "
        "what changed since last year:",
    ),
    "project.readme.keep": Wording("Simpan untuk pemeriksa", "Keep it for the auditor"),
    "project.readme.keep.how": Wording(
        "Satu arsip dengan isian, definisi, dan hasilnya. Kapan pun dapat dihitung ulang dengan "
        "`kediri-index verify arsip.zip`. Catat sha256 yang ditampilkan, dan simpan arsipnya di "
        "tempat yang aman:",
        "One archive with the sheets, the definition and the results. `kediri-index verify "
        "arsip.zip` computes it again at any time. Note the sha256 that is printed, and keep the "
        "archive in a safe place:",
    ),
    "project.readme.ci": Wording("Pemeriksaan otomatis", "Checked by itself"),
    "project.readme.ci.how": Wording(
        "`{path}` memeriksa definisi dan isi `masuk/` setiap kali ada yang dikirim ke repositori.",
        "`{path}` checks the definition and what is in `masuk/` whenever something is pushed.",
    ),
    # what is said when they are written
    "project.placeholders": Wording(
        "Nama wilayah atau OPD masih contoh; ganti di {path}",
        "The region's name or the agencies are still placeholders; replace them in {path}",
    ),
    "project.dealt": Wording(
        "Indikator dibagi rata sebagai contoh; pindahkan ke OPD yang mengampunya di {path}",
        "The indicators are dealt out evenly as an example; move them to the agencies that answer "
        "for them in {path}",
    ),
    # the next year
    "project.readme.explain.how.next": Wording(
        "Isian tahun lalu ada di `tahun-lalu.zip`. Mengapa nilainya berubah sejak itu: "
        "`kediri-index compare masuk/`. Langkah yang paling ringan untuk mencapai target: "
        "`kediri-index plan masuk/ --target NILAI`. Seberapa kukuh nilainya: `kediri-index "
        "robustness masuk/`. Dari mana setiap angka, sampai ke sel dan baris definisinya:",
        "Last year's submissions are in `tahun-lalu.zip`. Why the score changed since then: "
        "`kediri-index compare masuk/`. The least-cost steps to a target: `kediri-index plan "
        "masuk/ --target SCORE`. How sure the score is: `kediri-index robustness masuk/`. Where "
        "each figure comes from, down to the cell and the definition's line:",
    ),
    "project.readme.report.how.next": Wording(
        "Laporan tahunan dalam satu halaman web yang tidak memerlukan jaringan, beserta apa yang "
        "berubah sejak tahun lalu. Dengan `.xlsx` hasilnya buku kerja yang menghitung sendiri, "
        "dengan `.docx` dokumen Word:",
        "The yearly report as one web page that needs no network, with what changed since last "
        "year. `.xlsx` gives a workbook that computes, `.docx` a Word document:",
    ),
    "next-year.ask.due": Wording(
        "BELUM DIISI · batas waktu {year}: hapus tanda # dan tulis tanggalnya (TTTT-BB-HH)",
        "TO FILL IN · day all is due in {year}: remove the # and write the date (YYYY-MM-DD)",
    ),
    "next-year.ask.targets": Wording(
        "BELUM DIISI · target nilai indeks {year}: hapus tanda # dan tulis nilainya",
        "TO FILL IN · target of the overall score in {year}: remove the # and write the score",
    ),
    "next-year.ask.targets-there": Wording(
        "BELUM DIISI · target nilai indeks {year}: tulis di dalam targets di atas",
        "TO FILL IN · target of the overall score in {year}: write it in targets above",
    ),
    "next-year.title": Wording("{year}, melanjutkan {folder}", "{year}, carried on from {folder}"),
    "next-year.result": Wording("Nilai indeks {year}", "Overall score {year}"),
    "next-year.unknown": Wording("tidak diketahui", "not known"),
    "next-year.kept": Wording("dari {path}, disimpan di {copy}", "from {path}, kept in {copy}"),
    "next-year.definition": Wording("Definisi", "Definition"),
    "next-year.definition.same": Wording(
        "{id} versi {version}, tidak berubah", "{id} version {version}, unchanged"
    ),
    "next-year.definition.changed": Wording(
        "{id} versi {version}; {old} memuat tahunnya",
        "{id} version {version}; {old} names its year",
    ),
    "next-year.waivers": Wording("Pengecualian", "Waivers"),
    "next-year.waivers.count": Wording(
        "{count} masih berlaku; {expired} sudah lewat, tidak dibawa",
        "{count} still in force; {expired} expired, left behind",
    ),
    "next-year.forms": Wording("Formulir", "Forms"),
    "next-year.forms.filled": Wording(
        "dengan hasil tahun lalu di kolom Tahun lalu",
        "with last year's results in the column Tahun lalu",
    ),
    "next-year.forms.empty": Wording("tanpa hasil tahun lalu", "without last year's results"),
    "next-year.key.due": Wording("batas waktu (due)", "the day all is due (due)"),
    "next-year.key.targets": Wording("target (targets)", "the target (targets)"),
    "next-year.fill": Wording(
        "Isi untuk {year} di {path}: {keys}", "Fill in for {year} in {path}: {keys}"
    ),
    "next-year.refused": Wording(
        "Tidak ada yang ditulis, karena nilai tahun lalu tidak diketahui. Dengan --allow-errors, "
        "definisi, profil, pengecualian, dan formulir tetap dibawa, tanpa nilai itu.",
        "Nothing was written, since last year's score is not known. --allow-errors carries "
        "definition, profile, waivers and forms without it.",
    ),
    "next-year.no-project": Wording(
        "Tidak ada yang ditulis: folder itu bukan folder indeks yang lengkap.",
        "Nothing was written: that is not a complete project folder.",
    ),
    "next-year.unknown.errors": Wording(
        "isiannya mengandung {count} kesalahan; lihat dengan kediri-index check",
        "its submissions have {count} errors; see them with kediri-index check",
        "its submissions have 1 error; see it with kediri-index check",
    ),
    "next-year.unknown.units": Wording(
        "isinya beberapa daerah ({units}), dan profil tidak menyebut satu (unit)",
        "it holds several units ({units}), and the profile names none (unit)",
    ),
    "next-year.unknown.nobody": Wording(
        "tidak ada isian daerah di profil untuk tahun sebelumnya",
        "it holds no submission of the profile's unit for the year before",
    ),
    "next-year.unknown.partial": Wording(
        "nilainya hanya sebagian, atau tidak ada", "its score is partial, or there is none"
    ),
    "next-year.other": Wording("di history sudah ada {there}", "history already has {there}"),
    "next-year.basis.self": Wording(
        "angka lain di history berdasar nilai mandiri",
        "the other figures of history are self-assessed",
    ),
    "next-year.basis.assessor": Wording(
        "angka lain di history berdasar nilai asesor",
        "the other figures of history are assessors'",
    ),
    "next-year.basis.mixed": Wording(
        "angka lain di history berdasar sebagian nilai mandiri",
        "the other figures of history are partly self-assessed",
    ),
    "not-a-project": Wording(
        "{path}: bukan folder; beri folder tahun lalu, yang berisi config dan masuk",
        "{path}: not a folder; give last year's folder, with config and masuk in it",
    ),
    "next-year-inside": Wording(
        "{path}: folder baru berada di dalam {folder}, padahal di sana tidak boleh ada yang "
        "berubah; pilih folder lain",
        "{path}: the new folder lies in {folder}, where nothing may change; choose another one",
    ),
    "next-year-not-later": Wording(
        "--year {year}: {folder} sudah berisi tahun {last}; tahun berikutnya {next}, dan itu "
        "dipakai bila --year dihapus",
        "--year {year}: {folder} is of {last} already; the next year is {next}, which is taken if "
        "you leave out --year",
    ),
    "next-year-unknown": Wording(
        "tahun lalu tidak tertulis di definisi maupun isiannya; sebutkan tahun yang baru dengan "
        "--year",
        "neither the definition nor the submissions name last year; say the new year with --year",
    ),
    "project.next": Wording(
        "Selanjutnya: baca {path}; perintahnya dijalankan di folder itu",
        "Next: read {path}; its commands are run in that folder",
    ),
}


FORM_TEXTS: dict[str, Wording] = {
    # the column Periksa
    "form.check.digits": Wording("tulis dengan angka", "write it in digits"),
    "form.check.no-percent": Wording("tulis tanpa persen", "write it without percent"),
    "form.check.no-target": Wording("target belum diisi", "the target is not filled in"),
    # above the table: 4 dari 6 terisi; 2 baris belum beres, lihat kolom Periksa
    "form.of": Wording("dari", "of"),
    "form.filled": Wording("terisi", "filled in"),
    "form.problems": Wording(
        "baris belum beres, lihat kolom Periksa", "rows to go, see the column Periksa"
    ),
    "form.ready": Wording("siap dikirim", "ready to be sent"),
    "form.by-assessor": Wording("diisi asesor", "for the assessor"),
    # what may be chosen
    "form.yes": Wording("ya", "yes"),
    "form.no": Wording("tidak", "no"),
    "form.not-applicable": Wording("tidak berlaku", "n/a"),
    # what an indicator asks for
    "form.ask.number": Wording("angka", "a number"),
    "form.ask.range": Wording("angka {range}", "a number {range}"),
    "form.ask.measure": Wording("angka dalam {unit}", "a number in {unit}"),
    "form.ask.possible": Wording("yang mungkin {range}", "possible are {range}"),
    "form.ask.target": Wording("target {target}", "target {target}"),
    "form.ask.own-target": Wording("isi juga Target", "fill in Target too"),
    "form.ask.yes-no": Wording("«ya» atau «tidak»", "«yes» or «no»"),
    "form.ask.levels": Wording("pilih tingkat {levels}", "choose a level {levels}"),
    "form.ask.evidence": Wording("bukti dukung wajib", "evidence is required"),
    # the sheet Petunjuk
    "form.guide.title": Wording("Cara mengisi", "How to fill in this form"),
    "form.guide.cells": Wording(
        "Isilah sel kuning pada lembar Penilaian. Sel putih sudah terisi dan terkunci; sel "
        "abu-abu tidak berlaku untuk baris itu; sel biru diisi asesor.",
        "Fill in the yellow cells of the sheet Penilaian. White cells are filled in and locked; "
        "grey ones do not apply to their row; blue ones are for the assessor.",
    ),
    "form.guide.own-cells": Wording(
        "Isilah sel kuning pada lembar Penilaian. Sel putih sudah terisi dan terkunci; sel "
        "abu-abu tidak berlaku untuk baris itu.",
        "Fill in the yellow cells of the sheet Penilaian. White cells are filled in and locked; "
        "grey ones do not apply to their row.",
    ),
    "form.guide.scores": Wording(
        "Nilai mandiri diisi OPD. Nilai asesor terkunci; asesor membukanya dengan Tinjau, lalu "
        "Buka Proteksi Lembar, tanpa sandi.",
        "Nilai mandiri is the agency's own score. Nilai asesor is locked; the assessor unlocks it "
        "with Review, then Unprotect Sheet, without a password.",
    ),
    "form.guide.measures": Wording(
        "Realisasi adalah hasil yang dicapai, dalam satuan yang tertulis di kolom Satuan. Target "
        "diisi hanya bila selnya kuning.",
        "Realisasi is the result that was reached, in the unit of the column Satuan. Fill in "
        "Target only where its cell is yellow.",
    ),
    "form.guide.numbers": Wording(
        "Tulis satu angka saja, misalnya 3,25: tanpa satuan, tanpa pemisah ribuan, bukan rentang. "
        "Persen ditulis angkanya, misalnya 85.",
        "Write one number, such as 3.25: no unit, no thousands separator, no range. Of a "
        "percentage write the figure, such as 85.",
    ),
    "form.guide.inapplicable": Wording(
        "Bila sebuah indikator memang tidak berlaku di daerah ini, tulis: tidak berlaku.",
        "Where an indicator does not apply to this region at all, write: n/a.",
    ),
    "form.guide.evidence": Wording(
        "Bukti dukung: tautan atau nama dokumen yang menunjukkan jawaban itu benar.",
        "Bukti dukung: a link to, or the name of, the document that shows the answer to be true.",
    ),
    "form.guide.evidence-items": Wording(
        "Lembar Bukti dukung: isi Berkas/tautan untuk setiap bukti sampai tingkat yang dinyatakan; "
        "Status dan Catatan diisi asesor.",
        "Sheet Bukti dukung: fill in Berkas/tautan for each item up to the level that you claim; "
        "the assessor fills in Status and Catatan.",
    ),
    "form.evidence.fill": Wording(
        "OPD mengisi Berkas/tautan dan Status «dikirim»; asesor mengubah Status dan mengisi "
        "Catatan. Suatu tingkat memerlukan "
        "buktinya sendiri dan semua bukti di bawahnya.",
        "Agencies fill in Berkas/tautan and the Status «sent»; the assessor changes the Status "
        "and fills in Catatan. A level needs "
        "its own evidence and all evidence below it.",
    ),
    "form.guide.check": Wording(
        "Kolom Periksa menyebut apa yang masih keliru di baris itu. Di atas tabel tertulis berapa "
        "baris sudah terisi; bila hijau, isian siap dikirim.",
        "The column Periksa says what is still wrong with its row. Above the table stands how many "
        "rows are filled in; when it is green, the form is ready to be sent.",
    ),
    "form.guide.last-year": Wording(
        "Kolom Tahun lalu hanya pembanding; isinya tidak dibaca.",
        "The column Tahun lalu is there to compare with; it is not read.",
    ),
    "form.guide.layout": Wording(
        "Jangan menggabung sel, menyisipkan baris, atau mengubah kode dan judul kolom.",
        "Do not merge cells, insert rows, or change codes and the headers of columns.",
    ),
    "form.guide.again": Wording(
        "Bila mengirim ulang, naikkan angka Revisi di lembar Identitas, dan isi Tanggal.",
        "When you send it again, raise Revisi on the sheet Identitas, and fill in Tanggal.",
    ),
    "form.guide.each": Wording("Yang diisi per indikator", "What each indicator asks for"),
    "form.guide.about": Wording("Yang ditanyakan", "What it is about"),
    "form.guide.ask": Wording("Yang diisi", "To fill in"),
}


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
