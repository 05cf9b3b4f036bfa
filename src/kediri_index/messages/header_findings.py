"""Findings about headers over values: which column is the value, of which year, in which field."""

from __future__ import annotations

from kediri_index.model.finding_text import FindingText
from kediri_index.model.findings import Severity

HEADER_FINDINGS: tuple[FindingText, ...] = (
    FindingText(
        "F448",
        Severity.WARNING,
        "judul menyebut tahun atau nilai lain",
        "title of another year or of other values",
        "judul atau nama lembar “{value}” {than}",
        "the title or sheet name '{value}' {than}",
        "pastikan tabelnya benar; perbaiki judul, nama lembar, atau tahun datanya",
        "make sure that the table is the right one; correct the title, the sheet's name or the "
        "year of the data",
    ),
    FindingText(
        "F449",
        Severity.ERROR,
        "lembar dengan tahun berbeda",
        "sheets of different years",
        "lembar “{own}” menyebut tahun {year} dan lembar “{other}” tahun {first}, "
        "sedangkan berkas tidak menyebut satu tahun data",
        "the sheet '{own}' names the year {year} and the sheet '{other}' the year {first}, "
        "and the file does not name one year",
        "kirim satu berkas untuk tiap tahun, atau isi Tahun pada lembar Identitas",
        "send one file a year, or fill in Tahun on the sheet Identitas",
    ),
    FindingText(
        "F450",
        Severity.ERROR,
        "satu judul untuk beberapa kolom angka",
        "one header for several columns of numbers",
        "judul “{value}” mencakup beberapa kolom angka: {columns}; "
        "tidak jelas kolom mana yang dihitung",
        "the header '{value}' covers several columns of numbers: {columns}; "
        "it is not clear which one counts",
        "sisakan satu kolom, atau sebutkan kolom yang dihitung di `profile.yaml`, kunci `columns`",
        "keep one column, or name the column that counts in `profile.yaml`, key `columns`",
    ),
    FindingText(
        "F451",
        Severity.ERROR,
        "kolom beberapa tahun, tahun data tidak jelas",
        "columns of several years, year of the data not clear",
        "kolom “{value}” dan {columns} berbeda hanya tahunnya, "
        "sedangkan berkas tidak menyebut satu tahun data",
        "the columns '{value}' and {columns} differ only in their year, "
        "and the file does not name one year",
        "isi Tahun pada lembar Identitas, atau beri --year",
        "fill in Tahun on the sheet Identitas, or give --year",
    ),
    FindingText(
        "F452",
        Severity.ERROR,
        "kolom nilai hanya untuk tahun lain",
        "values of another year only",
        "tahun datanya {year}, sedangkan kolom nilai hanya untuk tahun lain: {columns}",
        "the data are for {year}, but the columns of values are for other years: {columns}",
        "perbaiki tahun pada judul kolom, atau tahun datanya",
        "correct the year in the header, or the year of the data",
    ),
    FindingText(
        "F453",
        Severity.NOTE,
        "kolom tahun lain tidak dibaca",
        "column of another year not read",
        "kolom “{value}” memuat tahun {said}, bukan tahun datanya, jadi tidak dibaca",
        "the column '{value}' is for the year {said}, not for the year of the data, so it is "
        "not read",
        "tidak perlu diubah bila memang nilai tahun lain",
        "nothing to change if these are values of another year",
    ),
    FindingText(
        "F454",
        Severity.ERROR,
        "koma desimal memecah baris CSV",
        "decimal commas split CSV records",
        "baris dengan isian lebih banyak daripada {expected} judul kolomnya: {rows}, "
        "pertama baris {row}; kemungkinan angka berkoma tanpa tanda kutip: {value}",
        "records with more fields than the {expected} of the header: {rows}, first line {row}; "
        "probably a number with a decimal comma and no quotes: {value}",
        "simpan dengan pemisah titik koma, atau tulis angkanya dalam tanda kutip",
        "save the file with semicolons between fields, or put the numbers in quotes",
    ),
    FindingText(
        "F455",
        Severity.ERROR,
        "baris CSV melebihi judul kolom",
        "CSV records longer than the header",
        "baris dengan isian lebih banyak daripada {expected} judul kolomnya: {rows}, "
        "pertama baris {row}: “{value}”; kemungkinan teks memuat pemisah tanpa tanda kutip",
        "records with more fields than the {expected} of the header: {rows}, first line {row}: "
        "'{value}'; probably a text that contains the separator and no quotes",
        "tulis teksnya dalam tanda kutip, atau beri judul pada tiap kolom",
        "put the text in quotes, or give each column a header",
    ),
)
