"""Findings across definitions, on what they reach, on profiles and waivers."""

from __future__ import annotations

from kediri_index.model.findings import FindingText, Severity

PROFILE_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D301",
        Severity.ERROR,
        "id dengan arti lain",
        "id with another meaning",
        "di sini «{value}» berarti «{name}», di {first} berarti «{first_name}»",
        "here «{value}» means «{name}», at {first} it means «{first_name}»",
        "beri pertanyaan yang berubah id baru, agar tahun dapat dibandingkan",
        "give a changed question a new id, so that years can be compared",
    ),
    FindingText(
        "D302",
        Severity.ERROR,
        "id kelompok dan indikator",
        "id of a group and of an indicator",
        "«{value}» di sini dan di {first} bukan hal yang sama: yang satu kelompok, yang lain "
        "indikator",
        "«{value}» here and at {first} is not the same: one is a group, the other an indicator",
        "beri salah satunya id lain",
        "give one of them another id",
    ),
    FindingText(
        "D303",
        Severity.ERROR,
        "dua definisi dengan satu id",
        "two definitions with one id",
        "definisi di {first} juga memakai id «{value}»",
        "the definition at {first} has the id «{value}» too",
        "beri salah satunya id lain",
        "give one of them another id",
    ),
    FindingText(
        "D304",
        Severity.ERROR,
        "makna berubah, versi tidak",
        "meaning changed, version did not",
        "makna definisi «{id}» berbeda dari yang di {before}, tetapi versinya tetap «{value}»",
        "the definition «{id}» means something else than at {before}, but its version is still "
        "«{value}»",
        "naikkan version; bila hasil sudah terbit dengan definisi ini, buat berkas baru dengan id "
        "baru",
        "raise version; if results were published with it, make a new file with a new id",
    ),
    FindingText(
        "D401",
        Severity.ERROR,
        "OPD ganda",
        "agency listed twice",
        "OPD «{value}» sudah ada di {first}",
        "the agency «{value}» is listed already at {first}",
        "hapus salah satu, atau beri id lain",
        "delete one of them, or give it another id",
    ),
    FindingText(
        "D402",
        Severity.ERROR,
        "nama OPD ganda",
        "name of two agencies",
        "nama «{value}» sudah menjadi milik OPD {opd} di {first}",
        "the name «{value}» belongs already to the agency {opd}, at {first}",
        "hapus nama itu dari salah satu OPD",
        "delete the name from one of the agencies",
    ),
    FindingText(
        "D403",
        Severity.ERROR,
        "OPD tidak ada",
        "no such agency",
        "assign menyebut OPD «{value}» yang tidak ada di opd{near}",
        "assign names the agency «{value}», which is not in opd{near}",
        "perbaiki idnya, atau tambahkan OPD itu di opd",
        "correct the id, or add the agency to opd",
    ),
    FindingText(
        "D305",
        Severity.ERROR,
        "OPD penentu tidak ada",
        "no such lead agency",
        "`lead` menyebut OPD «{value}» yang tidak ada di `opd`{near}",
        "`lead` names the agency «{value}», which is not in `opd`{near}",
        "perbaiki id OPD itu, atau tambahkan OPD itu di kunci `opd`",
        "correct the id, or add the agency to `opd`",
    ),
    FindingText(
        "D306",
        Severity.ERROR,
        "aturan nilai bersama tidak jelas",
        "unclear rule for a shared value",
        "`shared` untuk «{value}» harus berisi tepat satu kunci: `lead` atau `combine`",
        "`shared` for «{value}» must have exactly one key: `lead` or `combine`",
        "tulis misalnya `{{lead: dinkes}}` atau `{{combine: mean}}`",
        "write, for example, `{{lead: dinkes}}` or `{{combine: mean}}`",
    ),
    FindingText(
        "D307",
        Severity.ERROR,
        "OPD penentu bukan pengampu",
        "lead agency is not responsible",
        "OPD «{value}» adalah `lead` untuk {indicator}, tetapi `assign` menunjuk {owners}",
        "the agency «{value}» is `lead` for {indicator}, but `assign` names {owners}",
        "tambahkan indikator itu pada OPD ini di `assign`, atau ganti `lead`",
        "add the indicator to this agency in `assign`, or change `lead`",
    ),
    FindingText(
        "D308",
        Severity.ERROR,
        "indikator tidak bersama",
        "indicator is not shared",
        "`shared` menyebut {value}, tetapi hanya {owner} yang mengampunya di `assign`",
        "`shared` names {value}, but `assign` gives it to {owner} alone",
        "tambahkan OPD lainnya di `assign`, atau hapus baris ini",
        "add the other agencies in `assign`, or delete this line",
    ),
)


WAIVER_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D601",
        Severity.ERROR,
        "bukan daftar pengecualian",
        "no list of waivers",
        "berkas ini harus berisi daftar pengecualian, masing-masing dengan code, place, reason, "
        "who, until",
        "this file must hold a list of waivers, each with code, place, reason, who, until",
        "mulai tiap pengecualian dengan tanda hubung, misalnya: - code: …",
        "begin each waiver with a hyphen, such as: - code: …",
    ),
    FindingText(
        "D602",
        Severity.ERROR,
        "kode temuan tidak dikenal",
        "unknown code of a finding",
        "tidak ada temuan berkode «{value}»{near}; satu pengecualian menyebut satu kode",
        "there is no finding with the code «{value}»{near}; a waiver names one code",
        "salin kodenya dari keluaran check",
        "copy the code from the output of check",
    ),
    FindingText(
        "D603",
        Severity.ERROR,
        "pengecualian ganda",
        "waiver listed twice",
        "pengecualian «{value}» untuk {place} sudah ada di {first}",
        "the waiver of «{value}» for {place} is listed already at {first}",
        "hapus salah satu",
        "delete one of them",
    ),
    FindingText(
        "D604",
        Severity.ERROR,
        "pengecualian kedaluwarsa",
        "expired waiver",
        "pengecualian «{waived}» untuk {place} berlaku sampai {value}; temuannya kembali dihitung",
        "the waiver of «{waived}» for {place} was good until {value}; the finding counts again",
        "perbaiki selnya lalu hapus pengecualian ini, atau sepakati tanggal baru dengan {who}",
        "repair the cell and delete the waiver, or agree on a new date with {who}",
    ),
    FindingText(
        "D605",
        Severity.WARNING,
        "pengecualian tidak terpakai",
        "unused waiver",
        "pengecualian «{value}» untuk {place} tidak cocok dengan temuan mana pun",
        "the waiver of «{value}» for {place} matches no finding",
        "hapus bila selnya sudah benar, atau periksa nama berkas, lembar, dan selnya",
        "delete it if the cell is right by now, or check the names of file, sheet and cell",
    ),
)


REACH_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "D250",
        Severity.WARNING,
        "nilai tertinggi tidak tercapai",
        "highest score out of reach",
        "daerah dengan isian terbaik mendapat {high}, padahal skala sampai {top}; indikator yang "
        "nilainya tidak sampai ke sana: {count} ({ids})",
        "the best answers give {high}, but the scale goes up to {top}; indicators that stay below: "
        "{count} ({ids})",
        "periksa metode penilaian indikator itu: untuk tingkat tulis `spread: true` atau "
        "`score`; atau ubah `scale`",
        "check how these indicators are scored: for levels write `spread: true` or `score`; or "
        "change `scale`",
    ),
    FindingText(
        "D251",
        Severity.NOTE,
        "nilai terendah tidak tercapai",
        "lowest score out of reach",
        "daerah dengan isian terburuk masih mendapat {low}, padahal skala mulai dari {bottom}; "
        "indikator yang nilainya tidak turun ke sana: {count} ({ids})",
        "the worst answers still give {low}, but the scale starts at {bottom}; indicators that "
        "stay above: {count} ({ids})",
        "biarkan bila memang begitu; jika tidak, periksa metode penilaian indikator itu atau "
        "`scale`",
        "leave it if this is meant; if not, check how these indicators are scored, or change "
        "`scale`",
    ),
    FindingText(
        "D252",
        Severity.WARNING,
        "nilai indeks melewati skala",
        "overall score beyond the scale",
        "nilai indeks dapat terletak dari {low} sampai {high}, padahal skala {bottom} sampai {top}",
        "the overall score can lie between {low} and {high}, but the scale goes from {bottom} to "
        "{top}",
        "sesuaikan `scale`; dengan `aggregate: sum` batas atasnya ialah jumlah bobot dikali "
        "nilai tertinggi",
        "adjust `scale`; with `aggregate: sum` its upper end is the sum of weight times highest "
        "score",
    ),
    FindingText(
        "D253",
        Severity.WARNING,
        "tingkat lebih tinggi bernilai lebih rendah",
        "higher level with a lower score",
        "tingkat {high} bernilai {less}, padahal tingkat {low} bernilai {worth}",
        "level {high} scores {less}, but level {low} scores {worth}",
        "biarkan bila memang begitu; jika tidak, tukar kedua `score`",
        "leave it if this is meant; if not, swap the scores",
    ),
    FindingText(
        "D254",
        Severity.WARNING,
        "to tidak berpengaruh",
        "to without effect",
        "`to` {value} tidak mengubah nilai dengan metode {method}, karena setiap nilai sudah "
        "ditentukan",
        "`to` {value} changes no score of the method {method}, since each score is given",
        "untuk membagi tingkat pada rentang itu tulis `spread: true`; jika tidak, hapus `to`",
        "to divide the levels over that range write `spread: true`; if not, delete `to`",
    ),
    FindingText(
        "D255",
        Severity.WARNING,
        "target di luar valid",
        "target outside valid",
        "target {value} tidak mungkin dicapai, karena realisasi hanya boleh {low} sampai {high}",
        "the target {value} is out of reach, since `valid` goes from {low} to {high}",
        "perbaiki `target` atau `valid`",
        "correct `target` or `valid`",
    ),
    FindingText(
        "D257",
        Severity.ERROR,
        "koma desimal di antara kurung",
        "decimal comma in brackets",
        "di antara kurung, koma memisahkan nilai, sehingga «{value}» dibaca sebagai dua{instead}",
        "within brackets a comma separates values, so «{value}» is read as two{instead}",
        "tulis desimal dengan titik",
        "write decimals with a point",
    ),
    FindingText(
        "D258",
        Severity.ERROR,
        "% tanpa tanda kutip",
        "% without quotes",
        "dalam YAML nilai tidak boleh diawali % tanpa tanda kutip{instead}",
        "in YAML a value cannot begin with % without quotes{instead}",
        "beri tanda kutip",
        "put it in quotes",
    ),
    FindingText(
        "D256",
        Severity.WARNING,
        "jumlah bobot hampir bulat",
        "weights that nearly add up",
        "jumlah bobot di sini {total}, bukan {stated}: {weights}",
        "the weights here add up to {total}, not {stated}: {weights}",
        "perbaiki bobotnya, lalu tulis `weights_sum: {stated}` agar jumlahnya selalu diperiksa",
        "correct the weights, then write `weights_sum: {stated}` so that the sum is always checked",
    ),
)
