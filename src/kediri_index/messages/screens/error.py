"""What errors say: where, what was seen, the rule, what to do; one sentence each."""

from __future__ import annotations

from errno import errorcode

from kediri_index.model.language import Label, Wording

ERROR_TEXTS: dict[str, Wording] = {
    "error": Wording("galat", "error"),
    "path-not-found": Wording(
        "{path}: berkas atau folder ini tidak ada{nearest}; periksa ejaannya",
        "{path}: there is no such file or folder{nearest}; check its spelling",
    ),
    "path-unreadable": Wording(
        "{path}: tidak dapat dibaca ({reason}); periksa hak aksesnya",
        "{path}: cannot be read ({reason}); check its permissions",
    ),
    "archive-is-folder": Wording(
        "{path}: ini folder, bukan arsip; beri berkas .zip yang ditulis oleh bundle",
        "{path}: this is a folder, not an archive; give the .zip that bundle wrote",
    ),
    "archive-not-usable": Wording(
        "{path}: arsip ini tidak dapat dipakai; lihat sebabnya dengan: kediri-index verify {path}",
        "{path}: this archive cannot be used; see why with: kediri-index verify {path}",
    ),
    "previous-outside": Wording(
        "{profile}: kunci previous merujuk ke «{path}» di luar folder proyek, jadi tidak dibaca; "
        "salin berkas itu ke dalam proyek, atau tambahkan --allow-outside bila memang dimaksudkan",
        "{profile}: the key previous refers to «{path}», outside the project folder, so it is not "
        "read; copy that file into the project, or add --allow-outside if you mean it",
    ),
    "previous-not-found": Wording(
        "{profile}: kunci previous merujuk ke «{path}», yang tidak ada; perbaiki lokasinya, atau "
        "hapus kunci itu",
        "{profile}: the key previous refers to «{path}», which does not exist; correct the path, "
        "or remove that key",
    ),
    "since-no-report": Wording(
        "{path}: bukan laporan check dalam JSON; beri berkas dari kediri-index check --report "
        "json=BERKAS",
        "{path}: not a report of check in JSON; give a file of kediri-index check --report "
        "json=FILE",
    ),
    "since-is-folder": Wording(
        "{path}: ini folder, bukan laporan; beri laporan putaran sebelumnya, berkas yang ditulis "
        "kediri-index check --report json=BERKAS",
        "{path}: this is a folder, not a report; give the report of the round before, the file "
        "that kediri-index check --report json=FILE wrote",
    ),
    "list-is-folder": Wording(
        "{path}: ini folder, bukan daftar indikator; beri berkas .xlsx atau .csv, misalnya "
        "--from daftar.xlsx",
        "{path}: this is a folder, not a list of indicators; give an .xlsx or .csv file, such as "
        "--from daftar.xlsx",
    ),
    "since-other-definition": Wording(
        "{path}: laporan itu untuk definisi {then}, sedangkan sekarang {now}; beri laporan dari "
        "definisi yang sama",
        "{path}: that report is of the definition {then}, this check of {now}; give a report of "
        "the same definition",
    ),
    "since-other-unit": Wording(
        "{path}: laporan itu untuk {then}, sedangkan isiannya {now}; beri laporan dari daerah dan "
        "tahun yang sama",
        "{path}: that report is of {then}, the submissions are of {now}; give a report of the same "
        "unit and year",
    ),
    "since-complete": Wording(
        "{path}: laporan itu dibuat dengan --complete; tambahkan --complete",
        "{path}: that report was made with --complete; add --complete",
    ),
    "since-not-complete": Wording(
        "{path}: laporan itu dibuat tanpa --complete; jalankan tanpa --complete",
        "{path}: that report was made without --complete; leave out --complete",
    ),
    "path-not-ordinary": Wording(
        "{path}: bukan berkas biasa; beri berkas .xlsx atau .csv, atau foldernya",
        "{path}: not an ordinary file; give an .xlsx or .csv file, or its folder",
    ),
    "path-outside": Wording(
        "{path}: tautan ini menuju ke luar folder proyek, jadi tidak dibaca; beri lokasi aslinya, "
        "atau tambahkan --allow-outside bila memang dimaksudkan",
        "{path}: this link leads out of the project folder, so it is not read; give the path of "
        "the file itself, or add --allow-outside if you mean it",
    ),
    "folder-without-workbooks": Wording(
        "{path}: folder ini tidak berisi berkas .xlsx atau .csv; beri folder yang berisi isian",
        "{path}: there is no .xlsx or .csv file in this folder; give the folder with the sheets",
    ),
    "folder-without-workbooks-but": Wording(
        "{path}: folder ini tidak berisi berkas .xlsx atau .csv, hanya {found}; "
        "buka arsipnya, atau simpan isiannya sebagai .xlsx",
        "{path}: there is no .xlsx or .csv file in this folder, only {found}; "
        "unpack the archives, or save the sheets as .xlsx",
    ),
    "letterhead-outside": Wording(
        "{profile}: kop surat {path} berada di luar folder proyek; simpan berkasnya di samping "
        "profil, atau tambahkan --allow-outside bila memang dimaksudkan",
        "{profile}: the letterhead {path} lies outside of the project folder; keep the file beside "
        "the profile, or add --allow-outside if you mean it",
    ),
    "letterhead-not-found": Wording(
        "{profile}: kop surat «{path}», yang disebut kunci letterhead, tidak ada; simpan berkasnya "
        "di sana, atau perbaiki namanya",
        "{profile}: the letterhead «{path}», named in the key letterhead, does not exist; keep the "
        "file there, or correct its name",
    ),
    "letterhead-unreadable": Wording(
        "kop surat di kunci letterhead bukan dokumen Word (.docx) yang dapat dibaca; buka di Word, "
        "lalu simpan sebagai Dokumen Word (.docx) tanpa makro",
        "the letterhead under the key letterhead is not a Word document (.docx) that can be read; "
        "open it in Word and save it as a Word document (.docx) without macros",
    ),
    "letterhead-loads": Wording(
        "kop surat di kunci letterhead memuat sesuatu dari tempat lain saat dibuka, misalnya "
        "gambar atau templat yang ditautkan; sisipkan gambarnya ke dalam dokumen, lalu simpan lagi",
        "the letterhead under the key letterhead loads something from elsewhere when it is opened, "
        "such as a linked picture or template; embed the picture and save it again",
    ),
    "own-method-broken": Wording(
        "fungsi buatan sendiri yang dipakai definisi ini gagal, jadi tidak ada nilai",
        "a registered function that the definition uses failed, so there is no score",
    ),
    "own-method-name": Wording(
        "«{name}» tidak dapat menjadi nama fungsi: sudah dipakai ({known}) atau bukan id (huruf, "
        "angka, - dan _, diawali huruf)",
        "a function cannot be registered as «{name}»: that is taken ({known}), or no id (letters, "
        "digits, - and _, beginning with a letter)",
    ),
    "own-method-arguments": Wording(
        "fungsi «{name}» harus menerima {first}, lalu paling banyak {further}; parameter lain "
        "ditulis sesudah *",
        "the function «{name}» must take {first}, then at most {further}; parameters of its own "
        "stand after *",
    ),
    "own-method-parameter": Wording(
        "parameter {parameter} dari fungsi «{name}» harus bertipe float, int, Fraction, bool, atau "
        "str, tidak bernama {reserved}, dan nilai bawaannya bukan None atau tak hingga; sebuah "
        "agregasi hanya menerima satu float tanpa nilai bawaan",
        "the parameter {parameter} of the function «{name}» must be annotated as float, int, "
        "Fraction, bool or str, not be called {reserved}, and not have None or infinity as its "
        "default; an aggregation takes one float at most, without a default",
    ),
    "missing-extra": Wording(
        "{what}: perlu paket tambahan yang belum terpasang; pasang dengan "
        'pip install "kediri-index[{extra}]"',
        "{what}: needs packages that are not installed; install them with "
        'pip install "kediri-index[{extra}]"',
    ),
    "no-such-column": Wording(
        "{option}: tidak ada kolom «{value}» dalam data, juga tidak di unit_groups pada profil"
        "{nearest}; yang ada: {known}",
        "{option}: the data have no column «{value}», and unit_groups of the profile has no such "
        "name{nearest}; known: {known}",
    ),
    "no-columns": Wording(
        "{option}: tidak ada kolom «{value}» dalam data; perbaiki namanya, tambahkan kolom itu, "
        "atau tulis unit_groups di profil",
        "{option}: the data have no column «{value}»; correct its name, add the column, or write "
        "unit_groups in the profile",
    ),
    "text-denominator": Wording(
        "--denominator: «{value}» di definisi ini kolom nama, bukan angka; pilih kolom lain",
        "--denominator: «{value}» is a column of names in this definition, not of numbers; choose "
        "another column",
    ),
    "no-denominator": Wording(
        "--denominator: tidak ada kolom «{value}» dalam data, dan tidak ada indikator berkode itu"
        "{nearest}; tulis namanya seperti pada judul kolom tabel satu baris satu daerah",
        "--denominator: the data have no column «{value}», and the definition has no indicator "
        "with that id{nearest}; write the name as in the header of a table with a row per unit",
    ),
    "no-such-frame": Wording(
        "«{value}»: tidak ada tabel seperti itu{nearest}; yang ada: {known}",
        "«{value}»: there is no such frame{nearest}; known: {known}",
    ),
    "no-frame-library": Wording(
        "{value}: pustaka ini belum terpasang, atau tidak memiliki DataFrame; pasang, atau sebut "
        "pandas atau polars",
        "{value}: this library is not installed, or has no DataFrame; install it, or name pandas "
        "or polars",
    ),
    "wrong-argument": Wording(
        "argumen {name} tidak dapat berupa {value} ({kind}); buat dengan {make}",
        "the argument {name} cannot be {value} ({kind}); make it with {make}",
    ),
    "frame-uneven": Wording(
        "kolom «{value}» panjangnya {count}, kolom pertama {rows}; isi semua kolom sama banyak, "
        "None untuk yang kosong",
        "the column «{value}» has length {count}, the first one {rows}; give every column as many "
        "values, None where there is nothing",
    ),
    "not-a-column": Wording(
        "kolom «{value}» berjenis {kind}; beri daftar nilainya, satu per baris",
        "the column «{value}» is of type {kind}; give the list of its values, one a row",
    ),
    "not-a-frame": Wording(
        "{value}: bukan data frame; beri data frame pandas atau polars, tabel Arrow, atau kamus "
        "berisi kolom",
        "{value}: not a data frame; give one of pandas or polars, a table of Arrow, or a dict of "
        "columns",
    ),
    "options-together": Wording(
        "{first} dan {second} tidak dapat dipakai bersama; hapus salah satunya",
        "{first} and {second} do not go together; leave one out",
    ),
    "option-alone": Wording(
        "{option} berlaku hanya bersama {needed}; tambahkan {needed}, atau hapus {option}",
        "{option} means something only together with {needed}; add {needed}, or leave out {option}",
    ),
    "not-a-folder": Wording(
        "{path}: bukan folder; beri folder yang berisi isian OPD",
        "{path}: not a folder; give the folder with the agencies' sheets",
    ),
    "no-profile": Wording(
        "profil wilayah tidak ditemukan, padahal daftar OPD ada di sana; letakkan profile.yaml di "
        "{path}, atau tunjuk dengan --profile",
        "no profile was found, and it is what lists the OPD; put a profile.yaml into {path}, or "
        "point to one with --profile",
    ),
    "no-opd-list": Wording(
        "{path}: profil ini tidak memuat OPD; tuliskan OPD di bawah opd",
        "{path}: this profile lists no OPD; name them under opd",
    ),
    "profile-of-other-unit": Wording(
        "{path}: profil ini milik «{theirs}», bukan «{unit}»; tunjuk profil lain dengan --profile",
        "{path}: this profile is of «{theirs}», not of «{unit}»; point to another with --profile",
    ),
    "several-units": Wording(
        "berkas-berkas ini milik beberapa wilayah: {known}; pilih satu dengan --unit",
        "these files are of several units: {known}; choose one with --unit",
    ),
    "two-definitions": Wording(
        "perlu satu definisi, tetapi dua disebut: {value} dan, dengan --config, {config}; hapus "
        "salah satunya",
        "one definition is needed, but two are named: {value} and, by --config, {config}; leave "
        "out one",
    ),
    "one-definition-for-data": Wording(
        "--data menguji satu definisi, sedangkan yang disebut beberapa: {known}",
        "--data is for one definition, and several are named: {known}",
    ),
    "one-output-for-fix": Wording(
        "--output menampung satu definisi, sedangkan yang diperbaiki beberapa: {known}",
        "--output is for one definition, but several are corrected: {known}",
    ),
    "no-match": Wording(
        "{path}: tidak ada berkas yang cocok dengan pola ini; periksa polanya",
        "{path}: no file matches this pattern; check the pattern",
    ),
    "definition-not-found": Wording(
        "definisi «{name}» tidak ditemukan{near}; id yang ada: {known}; "
        "beri salah satu id itu, atau berkas YAML, dengan --config",
        "there is no definition «{name}»{near}; known ids: {known}; "
        "give one of them, or a YAML file, with --config",
    ),
    "variable-definition-not-found": Wording(
        "variabel {variable} menunjuk definisi «{name}», yang tidak ditemukan{near}; "
        "id yang ada: {known}; perbaiki atau hapus variabelnya",
        "the variable {variable} names the definition «{name}», which is not there{near}; "
        "known ids: {known}; correct the variable or unset it",
    ),
    "definition-is-folder": Wording(
        "{path}: ini folder, bukan definisi; beri salah satu berkas YAML di dalamnya",
        "{path}: this is a folder, not a definition; give one of the YAML files in it",
    ),
    "definition-is-table": Wording(
        "{path}: ini buku kerja atau tabel, bukan definisi; beri berkas YAML atau id definisi",
        "{path}: this is a workbook or a table, not a definition; give a YAML file or an id",
    ),
    "definition-ambiguous": Wording(
        "id definisi «{name}» ada di beberapa berkas: {paths}; beri berkasnya dengan --config",
        "the definition id «{name}» stands in several files: {paths}; give one with --config",
    ),
    "profile-not-found": Wording(
        "{path}: profil ini tidak ada; periksa ejaannya",
        "{path}: there is no such profile; check its spelling",
    ),
    "definition-broken": Wording(
        "definisi tidak dapat dipakai: {count} galat; perbaiki, lalu periksa dengan "
        "kediri-index definition lint {path}",
        "the definition cannot be used: {count} errors; repair it and check it with "
        "kediri-index definition lint {path}",
        "the definition cannot be used: {count} error; repair it and check it with "
        "kediri-index definition lint {path}",
    ),
    "profile-broken": Wording(
        "profil {path} tidak dapat dipakai: {count} galat; perbaiki, atau tunjuk profil lain "
        "dengan --profile",
        "the profile {path} cannot be used: {count} errors; repair it, or point to another one "
        "with --profile",
        "the profile {path} cannot be used: {count} error; repair it, or point to another one "
        "with --profile",
    ),
    "waivers-not-found": Wording(
        "{path}: berkas pengecualian ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of waivers; check its spelling",
    ),
    "waivers-broken": Wording(
        "pengecualian di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu ulangi",
        "the waivers in {path} cannot be used: {count} errors; repair them and run it again",
        "the waivers in {path} cannot be used: {count} error; repair it and run it again",
    ),
    "report-form": Wording(
        "--report {value}: harus FORMAT=BERKAS, misalnya junit=hasil.xml",
        "--report {value}: it takes FORMAT=FILE, such as junit=results.xml",
    ),
    "report-format": Wording(
        "--report {value}: format ini tidak ada{nearest}; yang ada: {known}",
        "--report {value}: there is no such format{nearest}; known: {known}",
    ),
    "output-twice": Wording(
        "{path}: dua keluaran akan ditulis ke berkas ini; beri nama lain kepada salah satunya",
        "{path}: two outputs would be written to this file; give one of them another name",
    ),
    "output-exists": Wording(
        "{path}: berkas ini sudah ada; beri nama lain, atau --force untuk menggantinya",
        "{path}: this file exists already; give another name, or --force to replace it",
    ),
    "output-link": Wording(
        "{path}: sebuah tautan menuju {target}, dan program tidak menulis melalui tautan; sebutkan "
        "langsung lokasi itu, atau hapus tautannya",
        "{path}: a link leads to {target}, and the program does not write through links; give that "
        "path itself, or delete the link",
    ),
    "output-is-input": Wording(
        "{path}: berkas ini juga dibaca, dan masukan tidak pernah diubah; beri nama lain",
        "{path}: this file is read too, and an input is never changed; give another name",
    ),
    "output-failed": Wording(
        "{path}: tidak dapat ditulis ({reason}); berkas lama, bila ada, tetap utuh",
        "{path}: cannot be written ({reason}); the old file, if any, is whole",
    ),
    "list-nowhere": Wording(
        "--format xlsx menulis buku kerja; sebutkan berkasnya dengan --output BERKAS.xlsx",
        "--format xlsx writes a workbook; name its file with --output FILE.xlsx",
    ),
    "sheet-too-large": Wording(
        "satu lembar memuat paling banyak 1.048.576 baris dan 16.384 kolom, sedangkan di sini ada "
        "{rows} baris dan {columns} kolom; tulis dengan --format csv, atau sebagian dengan --year",
        "a sheet holds at most 1,048,576 rows and 16,384 columns, but there are {rows} rows and "
        "{columns} columns; write them with --format csv, or a part of them with --year",
    ),
    "form-nowhere": Wording(
        "lembar isian untuk siapa? Beri --opd NAMA, --all FOLDER, atau untuk seluruh wilayah "
        "--output BERKAS.xlsx",
        "a form for whom? Give --opd NAME, --all DIR, or for the whole region --output FILE.xlsx",
    ),
    "form-ending": Wording(
        "{path}: lembar isian adalah berkas .xlsx; beri nama yang berakhiran .xlsx",
        "{path}: a form is an .xlsx file; give a name that ends in .xlsx",
    ),
    "form-year": Wording(
        "tahun lembar isian belum diketahui: definisi {id} tidak menyebutnya; beri --year, "
        "misalnya --year 2026",
        "the form's year is not known: the definition {id} names none; give --year, such as "
        "--year 2026",
    ),
    "copies-exist": Wording(
        "{path}: {count} dari salinan yang akan ditulis sudah ada; beri folder lain, atau --force "
        "untuk menggantinya",
        "{path}: {count} of the copies to be written exist already; give another folder, or "
        "--force to replace them",
    ),
    "forms-exist": Wording(
        "{path}: {count} dari berkas yang akan ditulis sudah ada; beri folder lain, atau --force "
        "untuk menggantinya",
        "{path}: {count} of the files to be written exist already; give another folder, or "
        "--force to replace them",
    ),
    "project-exists": Wording(
        "sudah ada, sehingga tidak ada yang ditulis: {paths}; beri folder lain, atau --force untuk "
        "menggantinya",
        "there already, so nothing was written: {paths}; give another folder, or --force to "
        "replace them",
    ),
    "project.kept": Wording(
        "Isi yang lama disimpan: {paths}; salin dari sana yang masih perlu, misalnya OPD, target, "
        "atau pengecualian",
        "What was there is kept: {paths}; copy from it what is still needed, such as agencies, "
        "targets or waivers",
    ),
    "project-in-the-way": Wording(
        "{path}: di sini perlu folder, padahal ada berkas; pindahkan berkasnya, atau beri folder "
        "lain",
        "{path}: a folder is needed here, but there is a file; move it, or give another folder",
    ),
    "name-unwritable": Wording(
        "«{value}»: nama ini memuat tanda yang tidak tampak; tulis ulang tanpa tanda itu",
        "«{value}»: this name has control characters in it; write it without them",
    ),
    "opd-twice": Wording(
        "OPD «{value}» disebut dua kali; sebutkan sekali saja",
        "the agency (OPD) «{value}» is named twice; name it once",
    ),
    "opd-list-empty": Wording(
        "{path}: daftar OPD ini kosong; tulis satu nama per baris",
        "{path}: this list of agencies (OPD) is empty; write one name a line",
    ),
    "opd-list-encoding": Wording(
        "{path}: daftar OPD ini bukan teks UTF-8; simpan ulang sebagai UTF-8",
        "{path}: this list of agencies (OPD) is no UTF-8 text; save it anew as UTF-8",
    ),
    "opd-list-large": Wording(
        "{path}: daftar OPD ini lebih besar daripada {limit} byte; pastikan ini berkas yang benar",
        "{path}: this list of agencies (OPD) is larger than {limit} bytes; make sure that it is "
        "the right file",
    ),
    "no-forms": Wording(
        "tidak ada OPD yang mengampu indikator dalam definisi {id}; isi assign di profil {path}",
        "no agency (OPD) answers for anything in the definition {id}; fill in assign in the "
        "profile {path}",
    ),
    "no-indicators": Wording(
        "definisi {id} tidak memiliki indikator, hanya kelompok yang nilainya sudah ada; beri "
        "definisi yang berindikator dengan --config",
        "the definition {id} has no indicators, only groups whose scores are given; give a "
        "definition with indicators, with --config",
    ),
    "no-agencies": Wording(
        "tidak ada profil dengan daftar OPD; tunjuk profilnya dengan --profile BERKAS",
        "there is no profile with a list of agencies (OPD); point to it with --profile FILE",
    ),
    "no-such-opd": Wording(
        "OPD «{value}» tidak ada di profil {path}{nearest}; yang ada: {known}",
        "there is no agency (OPD) «{value}» in the profile {path}{nearest}; known: {known}",
    ),
    "only-surveys": Wording(
        "{name}: tidak ada formulir, karena indikatornya ({ids}) dinilai dari survei; minta lembar "
        "jawaban survei, satu baris per responden dengan pertanyaannya sebagai judul kolom",
        "{name}: there is no form, because the indicators ({ids}) are scored from a survey; ask "
        "for the sheet of answers, a row per respondent with the questions as headers",
    ),
    "opd-without-indicators": Wording(
        "{name} tidak mengampu indikator apa pun dalam definisi {definition}; isi assign untuk "
        "{id} di profil",
        "{name} answers for nothing in the definition {definition}; fill in assign for {id} in "
        "the profile",
    ),
    "previous-without-answers": Wording(
        "{path}: tidak ada jawaban tahun lalu yang terbaca; periksa dengan kediri-index check",
        "{path}: no answer of last year could be read; look at it with kediri-index check",
    ),
    "previous-other-unit": Wording(
        "{path}: berkas tahun lalu memuat {units}; beri berkas wilayah ini saja, atau --unit",
        "{path}: last year's file holds {units}; give this region's own, or --unit",
    ),
    "no-number": Wording(
        "{option}: «{value}» bukan angka; tulis misalnya 3,4",
        "{option}: «{value}» is no number; write it as 3.4",
    ),
    "no-name": Wording(
        "{option}: «{value}» bukan nama; tulis namanya, dalam tanda kutip bila berspasi",
        "{option}: «{value}» is no name; write the name, in quotes if it has spaces",
    ),
    "count-large": Wording(
        "{option}: «{value}» terlalu besar; paling besar {most}",
        "{option}: «{value}» is too large; the most is {most}",
    ),
    "no-count": Wording(
        "{option}: «{value}» bukan bilangan bulat mulai dari {least}; tulis misalnya 2",
        "{option}: «{value}» is no whole number from {least} up; write such as 2",
    ),
    "node-without-file": Wording(
        "«{value}» bukan berkas atau folder yang ada; tulis berkas isiannya lebih dahulu, lalu "
        "bagiannya: kediri-index trace data.xlsx {typed}",
        "«{value}» is no file or folder that is there; write the file first, then the node: "
        "kediri-index trace data.xlsx {typed}",
    ),
    "one-node": Wording(
        "«{value}» bukan berkas atau folder yang ada, dan hanya satu bagian ditelusuri sekaligus; "
        "tulis berkasnya, lalu {node} saja, dalam tanda kutip bila namanya berspasi",
        "«{value}» is no file or folder that is there, and one node is followed at a time; write "
        "the file, then {node} alone, in quotes where its name has spaces",
    ),
    "node-or-file": Wording(
        "«{value}» adalah nama berkas dan juga nama bagian; tulis {path} untuk berkasnya, atau "
        "--node {typed} untuk bagiannya",
        "«{value}» is the name of a file and of a node; write {path} for the file, or "
        "--node {typed} for the node",
    ),
    "unknown-node": Wording(
        "--node: definisi {definition} tidak punya kelompok atau indikator «{value}»{nearest}; "
        "kelompok utamanya: {known}; daftarnya: kediri-index definition show {definition}",
        "--node: the definition {definition} has no group or indicator «{value}»{nearest}; its "
        "main groups: {known}; all ids: kediri-index definition show {definition}",
    ),
    "unknown-node-or-file": Wording(
        "«{value}» bukan berkas yang ada, dan bukan bagian atau indikator dalam definisi "
        "{definition}{nearest}; daftarnya: kediri-index definition show {definition}",
        "«{value}» is neither a file nor a group or indicator of the definition "
        "{definition}{nearest}; all of them: kediri-index definition show {definition}",
    ),
    "node-of-several": Wording(
        "«{value}» adalah nama beberapa bagian: {known}; tulis id-nya",
        "«{value}» is the name of several nodes: {known}; write the id",
    ),
    "no-such-unit": Wording(
        "{option}: «{value}» tidak ada dalam berkas ini{nearest}; yang ada: {known}",
        "{option}: these files have no «{value}»{nearest}; they have {known}",
    ),
    "no-unit-in-both": Wording(
        "tidak ada wilayah yang ada di kedua sisi; yang lama memuat {old}; yang baru memuat {new}; "
        "periksa ejaannya, atau bandingkan berkas lain",
        "no unit is on both sides; the old files have {old}; the new ones have {new}; check the "
        "spelling, or compare other files",
    ),
    "which-unit": Wording(
        "berkas ini memuat {count} wilayah: {known}; pilih satu dengan {option}",
        "these files hold several units ({count}): {known}; choose one with {option}",
    ),
    "no-such-year": Wording(
        "{option}: tidak ada data {unit} tahun {value}; yang ada: {known}",
        "{option}: there are no data of {unit} for {value}; there are {known}",
    ),
    "which-year": Wording(
        "berkas ini memuat beberapa tahun: {known}; pilih satu dengan {option}",
        "these files hold several years: {known}; choose one with {option}",
    ),
    "no-year": Wording(
        "{option}: «{value}» bukan tahun; tulis dengan empat angka, misalnya 2023",
        "{option}: «{value}» is no year; write it with four digits, such as 2023",
    ),
    "no-date": Wording(
        "{option}: «{value}» bukan tanggal; tulis tahun-bulan-hari, misalnya 2026-09-13",
        "{option}: «{value}» is no date; write it as year-month-day, such as 2026-09-13",
    ),
    "unknown-limit": Wording(
        "--limit {value}: batas ini tidak ada{nearest}; yang ada: {known}",
        "--limit {value}: there is no such limit{nearest}; known: {known}",
    ),
    "limit-form": Wording(
        "--limit {value}: harus NAMA=ANGKA, misalnya cells=10000000",
        "--limit {value}: it takes NAME=NUMBER, such as cells=10000000",
    ),
    "no-such-code": Wording(
        "kode temuan «{value}» tidak ada{nearest}; daftar kode: kediri-index explain",
        "there is no finding's code «{value}»{nearest}; the codes: kediri-index explain",
    ),
    "bug": Wording(
        "program ini gagal ({reason}); laporkan bersama perintah ini dan keluaran --debug",
        "this program failed ({reason}); report it with this command and the output of --debug",
    ),
    "interrupted": Wording("dihentikan", "interrupted"),
    "worker-ended": Wording(
        "salah satu proses yang memeriksa dihentikan dari luar, mungkin karena memori habis;"
        " periksa lebih sedikit berkas sekali jalan",
        "one of the processes that check was ended from outside, perhaps for want of memory;"
        " check fewer files at once",
    ),
    "out-of-memory": Wording(
        "memori komputer ini tidak cukup; tutup program lain, atau kurangi berkas sekali jalan",
        "this computer has too little memory; close other programs, or process fewer files at once",
    ),
    "no-numpy": Wording(
        "tabel dengan banyak daerah atau baris perlu numpy, yang tidak ada di sini; periksa dengan "
        "kediri-index di komputer yang memiliki Python",
        "a table of many units or rows needs numpy, which is not here; check it with kediri-index "
        "on a computer that has Python",
    ),
    "system-refused": Wording(
        "{path}: ditolak oleh sistem ({reason}); periksa hak akses dan ruang diska",
        "{path}: refused by the system ({reason}); check its permissions and the disk space",
    ),
    "clock-wrong": Wording(
        "jam komputer ini menunjukkan tahun sebelum 1980; betulkan tanggalnya dulu",
        "this computer's clock shows a year before 1980; set the date first",
    ),
    "folder-gone": Wording(
        "folder kerja ini sudah tidak ada; pindah dulu ke folder lain",
        "the working folder is no longer there; change to another one first",
    ),
}


_REASONS: dict[str, tuple[str, str]] = {
    "EACCES": ("akses ditolak", "access denied"),
    "EBADF": ("salurannya sudah ditutup", "the stream is closed"),
    "EBUSY": ("sedang dipakai program lain", "in use by another program"),
    "EDQUOT": ("kuota diska habis", "the disk quota is used up"),
    "EEXIST": ("sudah ada", "it exists already"),
    "EFBIG": ("terlalu besar untuk diska ini", "too large for this disk"),
    "EINVAL": ("nama atau permintaan tidak sah", "invalid name or request"),
    "EIO": ("diska gagal bekerja", "the disk failed"),
    "EISDIR": ("ini folder", "it is a folder"),
    "ELOOP": ("tautannya berputar", "the links form a loop"),
    "EMFILE": ("terlalu banyak berkas terbuka", "too many open files"),
    "ENAMETOOLONG": ("namanya terlalu panjang", "the name is too long"),
    "ENFILE": ("terlalu banyak berkas terbuka", "too many open files"),
    "ENODEV": ("perangkatnya tidak ada", "no such device"),
    "ENOENT": ("berkas atau foldernya tidak ada", "no such file or folder"),
    "ENOMEM": ("memori tidak cukup", "not enough memory"),
    "ENOSPC": ("diska penuh", "the disk is full"),
    "ENOTDIR": ("bagian dari jalurnya bukan folder", "part of the path is not a folder"),
    "ENOTEMPTY": ("foldernya tidak kosong", "the folder is not empty"),
    "ENXIO": ("perangkatnya tidak ada", "no such device"),
    "EPERM": ("tidak diizinkan", "not permitted"),
    "EROFS": ("diska ini hanya dapat dibaca", "the disk is read-only"),
    "ESTALE": ("folder jaringan terputus", "the network folder is disconnected"),
    "ETIMEDOUT": ("terlalu lama tidak ada jawaban", "no answer in time"),
    "ETXTBSY": ("sedang dipakai program lain", "in use by another program"),
}
"""Why the system refused, by the name of its error (``errno``)."""


def system_reason(error: OSError) -> Label:
    """Return why the system refused, in its own words where we have none."""
    known = _REASONS.get(errorcode.get(error.errno or 0, ""))
    return Label(error.strerror or str(error)) if known is None else Label(known[1], *known)
