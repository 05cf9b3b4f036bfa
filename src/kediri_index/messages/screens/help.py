"""Texts of ``--help``, and of errors in a command line."""

from __future__ import annotations

from kediri_index.model.language import Wording

HELP_TEXTS: dict[str, Wording] = {
    "help.app": Wording(
        "Menghitung indeks komposit kota dari definisi YAML dan lembar isian OPD, sampai angka "
        "terakhir.",
        "Computes a city's composite index from a YAML definition and the agencies' spreadsheets, "
        "to the last digit.",
    ),
    "help.epilog": Wording(
        "Mulai di sini:  kediri-index score data.xlsx   ·   kediri-index check folder/   ·   "
        "English: KEDIRI_INDEX_LANG=en",
        "Start here:  kediri-index score data.xlsx   ·   kediri-index check folder/   ·   "
        "Bahasa Indonesia: KEDIRI_INDEX_LANG=id",
    ),
    "help.score": Wording(
        "Memeriksa berkas, lalu mencetak nilai keseluruhan, per dimensi dan per pilar.",
        "Checks the files, then prints the overall score and those of dimensions and pillars.",
    ),
    "help.check": Wording(
        "Memeriksa berkas dan mencetak semua temuan sekaligus, masing-masing dengan selnya.",
        "Checks the files and prints all findings at once, each with its cell.",
    ),
    "help.status": Wording(
        "Papan OPD: isian siapa yang sudah masuk, belum, salah, sebagian atau lengkap.",
        "The board of OPD: whose sheets are missing, faulty, incomplete or complete.",
    ),
    "help.status.short": Wording(
        "Papan OPD: siapa yang sudah, dan siapa yang belum.", "Prints the board of OPD."
    ),
    "help.score.short": Wording(
        "Mencetak nilai keseluruhan, dimensi, pilar.", "Prints the scores of the files."
    ),
    "help.check.short": Wording(
        "Mencetak semua temuan, dengan selnya.", "Prints all findings, with their cells."
    ),
    "help.explain": Wording(
        "Menjelaskan kode temuan: artinya, contohnya, cara memperbaikinya. Tanpa kode: semua kode.",
        "Explains codes of findings: meaning, example, repair. Without a code: all codes.",
    ),
    "help.explain.short": Wording(
        "Menjelaskan kode temuan, dengan contoh.", "Explains codes of findings, by example."
    ),
    "help.template": Wording(
        "Membuat lembar isian untuk satu OPD (--opd), untuk semua OPD (--all), atau seluruh "
        "wilayah (--output).",
        "Writes the form for one agency (--opd), for every agency (--all), or for the whole "
        "region (--output).",
    ),
    "help.template.short": Wording(
        "Membuat lembar isian untuk OPD.", "Writes the forms for agencies."
    ),
    "help.init": Wording(
        "Memulai folder kerja: definisi, profil, lembar isian kosong, daftar pengecualian, dan "
        "pemeriksaan otomatis di GitHub atau GitLab.",
        "Starts a project folder: definition, profile, empty forms, a list of waivers, and a check "
        "that GitHub or GitLab runs by itself.",
    ),
    "help.init.short": Wording("Memulai folder kerja.", "Starts a project folder."),
    "help.definition": Wording(
        "Menampilkan dan memeriksa definisi indeks.", "Shows and checks definitions of indices."
    ),
    "help.definition.list": Wording(
        "Daftar definisi yang ada: milik proyek ini dan yang disertakan.",
        "Lists the definitions there are: this project's own and the shipped ones.",
    ),
    "help.definition.show": Wording(
        "Menampilkan satu definisi: susunannya, bobot akhirnya, indikatornya.",
        "Shows one definition: its tree, its effective weights, its indicators.",
    ),
    "help.definition.lint": Wording(
        "Memeriksa definisi dan mencetak semua temuan, masing-masing dengan baris dan kolomnya.",
        "Checks definitions and prints all findings, each with its line and column.",
    ),
    "help.definition.diff": Wording(
        "Membandingkan makna dua definisi, atau satu definisi dengan keadaannya di git "
        "(--against), dan akibatnya terhadap data (--data).",
        "Compares the meaning of two definitions, or of one with its state in git (--against), and "
        "what it does to data (--data).",
    ),
    "help.definition.weights": Wording(
        "Mengusulkan bobot dari data beberapa wilayah, menampilkan akibatnya, dan menuliskannya "
        "sebagai definisi (--output).",
        "Propose weights from the data of several units, show what they change, and write them as "
        "a definition (--output).",
    ),
    "help.definition.schema": Wording(
        "Mencetak JSON Schema untuk penyunting teks, atau rujukan semua kunci (--format md).",
        "Prints the JSON Schema for text editors, or the reference of all keys (--format md).",
    ),
    "help.version": Wording("Mencetak versi lalu selesai.", "Prints the version and ends."),
    "help.option.paths": Wording(
        "Berkas .xlsx atau .csv, foldernya, atau - untuk masukan standar.",
        "Files .xlsx or .csv, their folder, or - for standard input.",
    ),
    "help.option.folder": Wording(
        "Folder yang berisi isian OPD.", "The folder with the agencies' sheets."
    ),
    "help.option.new-folder": Wording(
        "Folder kerja yang baru. Tanpa ini: folder ini.",
        "The new project's folder. Without it: this one.",
    ),
    "help.option.base": Wording(
        "Definisi yang menjadi dasar: id atau berkas YAML. Tanpa ini: definisi bawaan yang "
        "disertakan.",
        "The definition to begin with: an id or a YAML file. Without it: the shipped default.",
    ),
    "help.option.from-list": Wording(
        "Daftar indikator (.xlsx atau .csv) yang dijadikan definisi, profil dan formulir",
        "A list of indicators (.xlsx or .csv) to make definition, profile and forms from",
    ),
    "help.option.blank": Wording(
        "Mulai dari definisi enam baris yang diisi sendiri",
        "Begin with a definition of six lines to fill in",
    ),
    "help.option.empty-list": Wording(
        "Tulis daftar indikator kosong ke berkas ini; yang sudah diisi dibaca init --from",
        "Write an empty list of indicators to this file; init --from reads it once filled in",
    ),
    "help.option.new-unit": Wording(
        'Nama wilayah, misalnya "Kota Contoh". Tanpa ini: nama contoh.',
        'The unit\'s name, such as "Kota Contoh". Without it: a placeholder.',
    ),
    "help.option.new-year": Wording(
        "Tahun yang dinilai. Tanpa ini: tahun ini; dengan --next-year: sesudah tahun lalu itu.",
        "The year that is assessed. Without it: this year; with --next-year: the one after.",
    ),
    "help.option.new-opd": Wording(
        "Nama sebuah OPD; boleh berulang. Tanpa ini dan --opd-list: tiga OPD contoh.",
        "An agency's (OPD) name; repeatable. Without this and --opd-list: three placeholders.",
    ),
    "help.option.opd-list": Wording(
        "Berkas teks dengan satu nama OPD per baris.", "A text file with an agency (OPD) a line."
    ),
    "help.option.new-due": Wording(
        "Batas waktu, misalnya 2026-09-13, untuk profil.",
        "The day all is due, such as 2026-09-13, for the profile.",
    ),
    "help.option.ci": Wording(
        "Pemeriksaan otomatis yang ditulis. Tanpa ini: github; dengan --next-year: yang dipakai "
        "tahun lalu.",
        "Which check that runs by itself is written. Without it: github; with --next-year: last "
        "year's.",
    ),
    "help.option.replace": Wording(
        "Ganti berkas yang sudah ada di folder itu.", "Replace files that are there already."
    ),
    "help.option.due": Wording(
        "Batas waktu, misalnya 2026-09-13. Tanpa ini: due pada profil.",
        "The day all is due, such as 2026-09-13. Without it: due in the profile.",
    ),
    "help.option.messages": Wording(
        "Tulis surat untuk setiap OPD yang belum lengkap atau bukti dukungnya perlu perbaikan ke "
        "folder ini.",
        "Write a message for each OPD that is not complete, or has evidence to revise, into this "
        "folder.",
    ),
    "help.option.config": Wording(
        "Definisi: id atau berkas YAML. Tanpa ini: yang disebut berkas isian, lalu "
        "config/pillars.yaml, lalu yang disertakan.",
        "The definition: an id or a YAML file. Without it: the one that the sheets name, then "
        "config/pillars.yaml, then the shipped one.",
    ),
    "help.option.profile": Wording(
        "Profil wilayah. Tanpa ini: profile.yaml di samping data, lalu config/profile.yaml.",
        "The region's profile. Without it: profile.yaml beside the data, then config/profile.yaml.",
    ),
    "help.option.lang": Wording("Bahasa keluaran.", "Language of the output."),
    "help.option.format": Wording("Bentuk keluaran.", "Format of the output."),
    "help.option.output": Wording(
        "Tulis ke berkas ini, utuh atau tidak sama sekali.",
        "Write to this file, whole or not at all.",
    ),
    "help.option.force": Wording(
        "Ganti berkas keluaran yang sudah ada.", "Replace an output file that exists."
    ),
    "help.option.quiet": Wording(
        "Hanya hasilnya, tanpa keterangan.", "The result alone, without talk."
    ),
    "help.option.verbose": Wording(
        "Sebutkan juga definisi, profil dan berkas yang dipakai.",
        "Tell which definition, profile and files are in use.",
    ),
    "help.option.debug": Wording(
        "Bila program gagal, cetak jejak galatnya.", "If the program fails, print the traceback."
    ),
    "help.option.limit": Wording(
        "Naikkan sebuah batas, misalnya cells=10000000; boleh berulang.",
        "Raise a limit, such as cells=10000000; repeatable.",
    ),
    "help.option.allow-outside": Wording(
        "Ikuti lokasi dan tautan yang menuju ke luar folder proyek.",
        "Follow paths and links that lead out of the project folder.",
    ),
    "help.option.unit": Wording(
        "Nama wilayah, bila berkas tidak menyebutnya; berkas wilayah lain menjadi galat.",
        "The unit's name, where files name none; a file of another unit is an error.",
    ),
    "help.option.shown-unit": Wording(
        "Tampilkan daerah ini saja bila data memuat beberapa; bila berkas tidak menyebut "
        "daerahnya, inilah namanya. Berkas daerah lain adalah kesalahan.",
        "Show only this unit if the data hold several; if the files name none, this is its "
        "name. A file of another unit is an error.",
    ),
    "help.option.meant-unit": Wording(
        "Wilayah yang dimaksud, bila data memuat beberapa; namanya, bila berkas tidak menyebutnya.",
        "The unit that is meant, where the data hold several; its name, where files name none.",
    ),
    "help.option.year": Wording(
        "Tahun, bila berkas tidak menyebutnya; berkas tahun lain menjadi galat.",
        "The year, where files name none; a file of another year is an error.",
    ),
    "help.option.shown-year": Wording(
        "Tampilkan tahun ini saja bila data memuat beberapa; bila berkas tidak menyebut "
        "tahunnya, inilah tahunnya. Berkas tahun lain adalah kesalahan.",
        "Show only this year if the data hold several; if the files name none, this is their "
        "year. A file of another year is an error.",
    ),
    "help.option.opd": Wording(
        "OPD asal berkas, bila berkas tidak menyebutnya; berkas OPD lain menjadi galat.",
        "The agency (OPD) that the files are from, where they do not say; another's is an error.",
    ),
    "help.option.value": Wording(
        "Nilai mana yang dihitung. Tanpa ini: nilai asesor bila semua jawaban memilikinya, bila "
        "tidak nilai mandiri.",
        "Which score counts. Without it: the assessor's if every answer has one, else the "
        "self-assessed.",
    ),
    "help.option.previous": Wording(
        "Berkas atau arsip tahun lalu: perubahan dihitung ulang dengan aturan penerbitan tahun "
        "ini.",
        "Last year's file or archive: the change is computed again by this year's rule of "
        "publishing.",
    ),
    "help.option.next-year": Wording(
        "Lanjutkan indeks dari folder tahun lalu: definisi, profil, pengecualian yang masih "
        "berlaku, dan formulir dengan hasil tahun lalu. Di folder itu tidak ada yang berubah.",
        "Carry the index on from last year's folder: definition, profile, waivers that still "
        "count, and forms with last year's results. Nothing changes in that folder.",
    ),
    "help.option.without-last-year": Wording(
        "Dengan --next-year: lanjutkan juga bila nilai tahun lalu tidak diketahui.",
        "With --next-year: carry on even where last year's score is not known.",
    ),
    "help.option.since": Wording(
        "Laporan JSON putaran sebelumnya (--format json atau --report json=BERKAS): yang baru, "
        "yang masih ada, dan yang sudah diperbaiki ditampilkan terpisah.",
        "The JSON report of the round before (--format json or --report json=FILE): what is new, "
        "what is left and what was repaired are shown apart.",
    ),
    "help.option.form-of": Wording(
        "OPD yang mengisi: id, nama, atau singkatannya di profil. Tanpa --output berkasnya "
        "bernama seperti OPD itu.",
        "The agency (OPD) that fills it in: its id, name or short name in the profile. Without "
        "--output the file is named after it.",
    ),
    "help.option.all-forms": Wording(
        "Satu berkas untuk setiap OPD di profil, ke dalam folder ini.",
        "One file for every agency (OPD) of the profile, into this folder.",
    ),
    "help.option.last-year": Wording(
        "Berkas tahun lalu: jawabannya ditampilkan di kolom Tahun lalu.",
        "Last year's file: its answers are shown in the column Tahun lalu.",
    ),
    "help.option.previous-config": Wording(
        "Definisi untuk berkas tahun lalu. Tanpa ini: yang disebut berkasnya.",
        "The definition of last year's file. Without it: the one that the file names.",
    ),
    "help.option.target": Wording(
        "Sasaran nilai keseluruhan. Tanpa ini: yang di profil.",
        "The target of the overall. Without it: the profile's.",
    ),
    "help.option.allow-errors": Wording(
        "Hitung yang dapat dihitung meskipun ada galat, dan sebutkan itu.",
        "Score what can be scored although there are errors, and say so.",
    ),
    "help.option.by": Wording(
        "Kelompokkan daerah menurut kolom data, misalnya provinsi, atau unit_groups di profil.",
        "Group the units by a column of the data, such as provinsi, or by unit_groups of the "
        "profile.",
    ),
    "help.option.check-by": Wording(
        "Periksa juga kelompok daerah yang dipakai score --by: kolom data, atau unit_groups di "
        "profil.",
        "Also check the groups of units that score --by shows: a column of the data, or "
        "unit_groups of the profile.",
    ),
    "help.option.detail": Wording(
        "Tampilkan semua tingkat dan setiap indikator.", "Show every level and every indicator."
    ),
    "help.option.decimal": Wording(
        "Tanda desimal dalam teks yang punya dua bacaan, seperti 1.234.",
        "The decimal mark in texts that have two readings, such as 1.234.",
    ),
    "help.option.complete": Wording(
        "Berkas-berkas ini seharusnya lengkap: baris yang tidak ada juga temuan.",
        "The files ought to be complete: an absent row is a finding too.",
    ),
    "help.option.fail-on": Wording(
        "Temuan seberat apa yang membuat kode keluar 1.",
        "How heavy a finding makes the exit code 1.",
    ),
    "help.option.report": Wording(
        "Tulis juga temuan dalam bentuk ini ke berkas; boleh berulang, misalnya junit=hasil.xml.",
        "Write the findings in this format to a file as well; repeatable, such as "
        "junit=results.xml.",
    ),
    "help.option.mark": Wording(
        "Tulis ke folder ini salinan tiap berkas yang bermasalah: sel yang salah diberi warna dan "
        "komentar, isinya tetap.",
        "Write into this folder a copy of each faulty file: its faulty cells coloured and "
        "commented, all else as it was.",
    ),
    "help.option.waivers": Wording(
        "Daftar pengecualian (YAML): temuan yang diterima sampai suatu tanggal.",
        "A list of waivers (YAML): findings that were accepted until a day.",
    ),
    "help.option.resolved": Wording(
        "Cetak YAML sesudah extends digabungkan.", "Print the YAML with extends merged in."
    ),
    "help.option.definition": Wording(
        "Id atau berkas YAML. Tanpa ini: yang akan dipakai score.",
        "An id or a YAML file. Without it: the one that score would use.",
    ),
    "help.option.definitions": Wording(
        "Id atau berkas YAML. Tanpa ini: semua definisi yang ada.",
        "Ids or YAML files. Without it: all definitions there are.",
    ),
    "help.option.data-of-units": Wording(
        "Data beberapa wilayah; boleh diulang. Statistiknya ditampilkan bersama temuan atas "
        "definisi: pencilan, indikator kembar, kelompok yang tidak sejalan, pengaruh dan bobot.",
        "Data of several units; repeatable. Their statistics are shown, with findings on the "
        "definition: outliers, collinear indicators, groups that disagree, influence and weights.",
    ),
    "help.option.denominator": Wording(
        "Kolom data yang mungkin menjadi pembagi, misalnya Penduduk; boleh diulang. Korelasinya "
        "dengan tiap indikator ditampilkan, di samping pembagi yang ada di definisi.",
        "A column of the data that might divide indicators, such as Penduduk; repeatable. Its "
        "correlation with each is shown, beside those of the definition's own denominators.",
    ),
    "help.option.weights-data": Wording(
        "Data beberapa wilayah, wajib diisi; boleh diulang.",
        "Data of several units, required; repeatable.",
    ),
    "help.option.method": Wording(
        "Cara menghitung bobot: analisis komponen utama, entropi, pengaruh setara, atau CRITIC.",
        "How weights are computed: principal components, entropy, equal influence, or CRITIC.",
    ),
    "help.option.weights-into": Wording(
        "Tulis bobotnya sebagai definisi YAML yang memperluas definisi semula; - untuk keluaran "
        "baku.",
        "Write the weights as a YAML definition that extends the first; - for standard output.",
    ),
    "help.option.fix-slips": Wording(
        "Perbaiki yang pasti maksudnya (kunci berbahasa Indonesia, tanda persen, koma desimal, "
        "tanda kutip, tab) dan tampilkan perubahannya. Ditulis ke berkas baru di sampingnya "
        "(.fixed) atau ke --output; dengan --force langsung ke berkas aslinya.",
        "Correct what is certain (Indonesian keys, percent signs, decimal commas, quotation marks, "
        "tabs) and show the changes. Written to a new file beside it (.fixed) or to --output; with "
        "--force into the file itself.",
    ),
    "help.option.compared": Wording(
        "Dua definisi, sebelum dan sesudah: id atau berkas YAML. Dengan --against: yang diperiksa; "
        "tanpa apa pun, semua definisi proyek ini.",
        "Two definitions, before and after: ids or YAML files. With --against: those to look at; "
        "without any, all of this project.",
    ),
    "help.option.against": Wording(
        "Cabang, tag, atau commit git yang memuat keadaan sebelumnya. Kode keluar 1 bila makna "
        "berubah tetapi versinya tidak.",
        "The git branch, tag or commit with the earlier state. Exit code 1 where a meaning changed "
        "and its version did not.",
    ),
    "help.option.data": Wording(
        "Berkas isian atau foldernya: nilai, peringkat dan kelas menurut kedua definisi; boleh "
        "berulang.",
        "Sheets or their folder: scores, ranks and classes by both definitions; repeatable.",
    ),
    "help.option.diff-detail": Wording(
        "Tampilkan setiap perubahan, dan nilai setiap bagian yang berubah.",
        "Show every change, and the score of every group that changes.",
    ),
    "help.option.schema-of": Wording(
        "Berkas yang dimaksud. Tanpa ini: definition; dengan --format md: ketiganya.",
        "Which file is meant. Without it: definition; with --format md all three.",
    ),
    "help.option.codes": Wording(
        "Kode temuan, misalnya C121. Tanpa ini: daftar semua kode.",
        "Codes of findings, such as C121. Without any: the list of all codes.",
    ),
    "help.option.show-completion": Wording(
        "Cetak skrip pelengkapan perintah; tanpa nama: untuk shell ini.",
        "Print the script that completes commands; without a name: for this shell.",
    ),
    "help.option.install-completion": Wording(
        "Pasang pelengkapan perintah; tanpa nama: untuk shell ini.",
        "Install completion of commands; without a name: for this shell.",
    ),
    "help.metavar.codes": Wording("KODE…", "CODE…"),
    "help.metavar.paths": Wording("BERKAS…", "PATH…"),
    "help.metavar.config": Wording("ID|BERKAS", "ID|PATH"),
    "help.metavar.compared": Wording("[SEBELUM SESUDAH]", "[BEFORE AFTER]"),
    "help.metavar.ref": Wording("REF_GIT", "GIT_REF"),
    "help.metavar.data": Wording("BERKAS_DATA", "DATA_FILE"),
    "help.metavar.file": Wording("BERKAS", "FILE"),
    "help.metavar.folder": Wording("FOLDER_ISIAN", "FOLDER"),
    "help.metavar.messages": Wording("FOLDER_SURAT", "DIR"),
    "help.metavar.copies": Wording("FOLDER_SALINAN", "DIR"),
    "help.metavar.day": Wording("TANGGAL", "DATE"),
    "help.metavar.limit": Wording("NAMA=ANGKA", "NAME=NUMBER"),
    "help.metavar.report": Wording("FORMAT=BERKAS", "FORMAT=FILE"),
    "help.metavar.column": Wording("KOLOM", "COLUMN"),
    "help.metavar.name": Wording("NAMA", "NAME"),
    "help.metavar.number": Wording("ANGKA", "NUMBER"),
}

TYPER_WORDS: tuple[Wording, ...] = (
    Wording("Cara pakai:", "Usage:"),
    Wording("[OPSI]", "[OPTIONS]"),
    Wording("PERINTAH [ARGUMEN]...", "COMMAND [ARGS]..."),
    Wording("Argumen:", "Arguments:"),
    Wording("Opsi:", "Options:"),
    Wording("Perintah:", "Commands:"),
    Wording("[bawaan:", "[default:"),
    Wording("[wajib]", "[required]"),
    Wording("Tampilkan bantuan ini.", "Show this message and exit."),
)
"""What Typer says in a help text by itself, in the order of replacement."""


USAGE_TEXTS: dict[str, Wording] = {
    "empty-option": Wording(
        "{option}: nilainya kosong; isi nilainya, atau hilangkan {option}",
        "{option}: the value is empty; give a value, or leave out {option}",
    ),
    "empty-word": Wording(
        "satu kata dalam perintah ini kosong; tulis nama berkasnya, atau hilangkan tanda kutipnya",
        "an argument is empty; give the name of the file, or leave out the quotes",
    ),
    "option-needs-value": Wording(
        "opsi {value} memerlukan nilai; cara pakai: {command} --help",
        "the option {value} takes a value; usage: {command} --help",
    ),
    "option-takes-no-value": Wording(
        "opsi {value} tidak memakai nilai; cara pakai: {command} --help",
        "the option {value} takes no value; usage: {command} --help",
    ),
    "extra-argument": Wording(
        "«{value}» berlebih; cara pakai: {command} --help",
        "«{value}» is one too many; usage: {command} --help",
    ),
    "no-such-command": Wording(
        "perintah «{value}» tidak ada{nearest}; daftar perintah: {command} --help",
        "there is no command «{value}»{nearest}; the commands: {command} --help",
    ),
    "no-such-option": Wording(
        "opsi {value} tidak ada{nearest}; daftar opsi: {command} --help",
        "there is no option {value}{nearest}; the options: {command} --help",
    ),
    "missing-command": Wording(
        "perintah belum diberikan: {known}; cara pakai: {command} --help",
        "a command is missing: {known}; usage: {command} --help",
    ),
    "missing-argument": Wording(
        "{value} belum diberikan; cara pakai: {command} --help",
        "{value} is missing; usage: {command} --help",
    ),
    "bad-value": Wording(
        "{option}: «{value}» tidak dikenal{nearest}; pilih salah satu: {known}",
        "{option}: «{value}» is not known{nearest}; choose one of: {known}",
    ),
    "usage": Wording("{reason}; cara pakai: {command} --help", "{reason}; usage: {command} --help"),
}
