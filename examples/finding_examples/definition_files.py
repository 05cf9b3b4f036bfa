"""Examples of the family D, code by code."""

from __future__ import annotations

from examples.finding_examples.example import Example, Found
from examples.finding_examples.yaml_files import (
    ALL,
    EXTENDING,
    GROUPS,
    INDICATORS,
    KINDS,
    MARK,
    SCALE,
    TOP,
    changed,
    definition,
    definitions,
    profile,
    together,
    waivers,
    with_question,
    with_score,
    with_top,
)

SHARED = """\
opd:
  - {id: dinkes, name: Dinas Kesehatan}
  - {id: dinsos, name: Dinas Sosial}
assign: {dinkes: [U-1, U-2], dinsos: [U-1]}
"""
_WAIVER = """\
- code: "C203"
  place: {file: isian.xlsx, sheet: Penilaian, cell: C2}
  reason: Nilai tim asesor, disepakati dalam rapat
  who: Dewi, Diskominfo
  until: 2999-12-31
"""
_CHILD = EXTENDING.format("./induk.yaml").replace("id: contoh", "id: anak")
_PARENTS = {"paman.yaml": ALL, "induk.yaml": ALL}


def _folder_as_base() -> Example:
    example = definition("D002", EXTENDING.format("./definisi"))
    return example._replace(found=Found("D002", "definisi"))


def _other_encoding() -> Example:
    text = ALL.replace("Indeks contoh", "Indeks caf§é")
    example = definition("D005", text)
    (path,) = example.files
    found = example.found._replace(value="0xE9")
    return example._replace(found=found, files={path: text.replace(MARK, "").encode("cp1252")})


READING: tuple[Example, ...] = (
    _folder_as_base(),
    definition("D004", ALL, None, "--limit", "definition_bytes=100"),
    _other_encoding(),
    definition("D006", ALL + "# §\x00\n", "U+0000"),
    definition("D007", ALL + "§]\n"),
    definition("D008", ALL + "§---\n"),
    definition("D009", "- contoh\n"),
    definition(
        "D010",
        with_top("source: &asal rapat\nunit: §*asal\n"),
        None,
        "--limit",
        "definition_aliases=0",
    ),
    definition(
        "D011", TOP + KINDS.replace("{name", "§{name"), None, "--limit", "definition_depth=2"
    ),
    definition("D012", ALL + "§title: Judul lagi\n", "title"),
    definition("D013", with_top("source: §!!binary aGk=\n"), "tag:yaml.org,2002:binary"),
    definition("D014", with_top("classes: &kelas [§*kelas]\n"), "kelas"),
    definition("D015", with_top("source: §*asal\n"), "asal"),
    definition("D016", ALL + "? §[kunci]\n: 1\n"),
    definition("D017", f"{MARK}{ALL}", None, "--limit", "definition_nodes=0"),
    definition("D270", with_question("weight: 0.0"), None, "--limit", "findings=0"),
    profile("D271", "definitions: [§kota-*]\n", None, "--limit", "patterns=0"),
    definition(
        "D272",
        with_top(f"source: &asal {'rapat ' * 40}\ntitle_en: §*asal\n"),
        None,
        "--limit",
        "definition_bytes=560",
    ),
    definition("D020", EXTENDING.format("§indeks-lama"), "indeks-lama"),
    definition("D021", EXTENDING.format("§./D021.yaml"), "./D021.yaml"),
    definitions(
        "D022",
        {"anak.yaml": _CHILD.replace("./", "§./"), "induk.yaml": ALL},
        "./induk.yaml",
        "--limit",
        "extends=0",
    ),
    definitions(
        "D023",
        {
            "anak.yaml": f"{_CHILD}indicators:\n  - {{id: §U-2, drop: true}}\n",
            "induk.yaml": ALL,
        },
        "U-2",
    ),
    definitions(
        "D024",
        {
            "anak.yaml": EXTENDING.format("§contoh").replace("id: contoh", "id: anak"),
            **_PARENTS,
        },
        "contoh",
    ),
    definition("D280", EXTENDING.format("§/indeks/induk.yaml"), "/indeks/induk.yaml"),
    definition("D282", "nama: Budi\nsandi: rahasia\nalamat: Kediri\n"),
    definition("D030", ALL.replace("index: 1", "index: §2"), "2"),
)
KEYS: tuple[Example, ...] = (
    definition("D101", f"{MARK}{ALL}".replace("title: Indeks contoh\n", "")),
    definition("D102", ALL + "§clases: []\n", "clases"),
    definition("D103", ALL.replace("Indeks contoh", "§[Indeks]"), "[Indeks]"),
    definition("D104", ALL.replace("{min: 0, max: 4}", "§[0, 4]"), "[0, 4]"),
    definition("D105", with_top("classes: §{baik: 4}\n"), "{baik: 4}"),
    definition("D106", ALL.replace("max: 4", "max: §'4,5'"), "4,5"),
    definition("D107", ALL.replace("max: 4", "max: §1e99"), "1e99"),
    definition("D108", with_top("missing: {min_present: §1.2}\n"), "1.2"),
    definition("D109", with_top("publish: {decimals: §2.5}\n"), "2.5"),
    definition(
        "D110",
        ALL.replace("name: Pelayanan", "name: Pelayanan, optional: §mungkin"),
        "mungkin",
    ),
    profile("D111", "due: §13-09-2026\n", "13-09-2026"),
    definition("D112", ALL.replace("id: contoh", "id: §1contoh"), "1contoh"),
    definition("D113", ALL.replace("own", "§owned"), "owned"),
    definition("D114", with_question("valid: §[0]"), "[0]"),
    definition("D115", ALL.replace("Indeks contoh", "§''"), ""),
    definition("D116", ALL.replace("Indeks contoh", "§~"), "~"),
    definition("D121", with_top("aggregate: §power\n"), "power"),
    definition(
        "D117",
        with_score("method: levels, levels: §{1: Ada, 1.0: Lengkap}"),
        "{1: Ada, 1.0: Lengkap}",
    ),
)
MEANINGS: tuple[Example, ...] = (
    definition("D201", ALL + "  - {id: §pelayanan, in: pelayanan, name: Waktu}\n", "pelayanan"),
    definition("D202", ALL + "  - {id: U-2, in: §ekonomi, name: Waktu layanan}\n", "ekonomi"),
    definition("D203", ALL.replace("kind: pillar", "kind: §pilar"), "pilar"),
    definition("D204", with_question("tags: {§theme: x}"), "theme"),
    definition("D205", with_top("publish: {round: [pillar, §pilar]}\n"), "pilar"),
    definition("D206", ALL.replace("{pillar: {", "{§terms: {name: Istilah}, pillar: {"), "terms"),
    definition("D207", MARK + TOP),
    definition(
        "D210", with_top("weights_sum: §100\n").replace("kind:", "weight: 99.8, kind:"), "100"
    ),
    definition(
        "D211",
        with_top("weights_of: whole\n")
        .replace("kind: pillar", "kind: pillar, weight: §30")
        .replace("name: Layanan", "weight: 20, name: Layanan"),
        "30",
    ),
    definition("D212", with_question("weight: §-1"), "-1"),
    definition("D213", with_question("weight: §0.0"), "0.0"),
    definition(
        "D214",
        ALL.replace("{id: U-1", "§{id: U-1")
        + "  - {id: U-2, in: pelayanan, name: Waktu layanan, weight: 2}\n",
    ),
    definition("D220", ALL.replace("{min: 0, max: 4}", "§{min: 4, max: 4}"), "{min: 4, max: 4}"),
    definition("D221", with_question("valid: §[100, 0]"), "[100, 0]"),
    definition("D222", with_top("classes: [§{name: Baik}, {name: Cukup}]\n"), "{name: Baik}"),
    definition("D223", with_top("classes: [{name: Baik, below: §1}]\n"), "1"),
    definition(
        "D224",
        with_top("classes: [{name: A, below: 2}, {name: B, up_to: §2}, {name: C}]\n"),
        "2",
    ),
    definition(
        "D225",
        with_top("classes: [{name: A, below: 1, up_to: §2}, {name: B}]\n"),
        "{name: A, below: 1, up_to: 2}",
    ),
    definition("D226", with_top("missing: {answers: §zero}\n").replace("min: 0", "min: 1"), "zero"),
    definition("D230", with_score("method: yes_no, yes: §5, no: 0"), "5"),
    definition("D231", with_score("method: as_given, to: §[0, 5]"), "[0, 5]"),
    definition("D232", with_score("method: goalposts, min: 5, max: §5"), "5"),
    definition("D233", with_score("method: goalposts, min: §0, max: 5, transform: log"), "0"),
    definition("D234", with_score("method: achievement, target: §0"), "0"),
    definition("D235", with_score("method: achievement, cap: §-1"), "-1"),
    definition("D236", with_score("method: bands, bands: §[]")),
    definition("D237", with_question("direction: §lower")),
    definition(
        "D241",
        with_top("aggregate_top: geometric\npublish: {round: [pillar, §terms]}\n"),
        "terms",
    ),
    definition("D238", with_score("method: as_given, outside: §clip").replace(SCALE, ""), "clip"),
    definition("D240", with_top("prepare:\n  - §{}\n"), "{}"),
    definition("D245", with_top("prepare: [{denominate: {§U-9: Penduduk}}]\n"), "U-9"),
    definition("D242", with_top("prepare: [{impute: {method: §group_mean}}]\n"), "group_mean"),
    definition("D243", with_top("prepare: [{impute: {method: mean, §by: Pulau}}]\n"), "by"),
    definition("D244", with_score("method: z_score, sd: §0"), "0"),
    definition(
        "D246",
        with_score("method: levels, levels: {1: rintisan, 2: unggul}, spread: §on").replace(
            SCALE, ""
        ),
    ),
    definition(
        "D247",
        with_score(
            "method: levels, levels: {1: {name: rintisan, score: 2}, 2: unggul}, spread: §on"
        ),
    ),
    definition("D248", with_score("method: levels, levels: {1: rintisan}, spread: §on")),
    definition(
        "D249", with_score("method: levels, levels: {1: {name: §Belum}, 2: unggul}"), "Belum"
    ),
    definition("D259", with_question("evidence: {1: [SK tim], §7: [Laporan rapat]}"), "7"),
    definition("D260", with_question("evidence: {1: [SK tim], 2: [Laporan, §SK  Tim]}"), "SK  Tim"),
    definition("D261", with_question("evidence: {1: [SK tim], §2: []}"), "2"),
    definition(
        "D262",
        with_question("score: {method: goalposts, min: 0, max: 9}, evidence: §{1: [SK tim]}"),
    ),
    definition(
        "D250",
        with_score("method: bands, bands: [{below: 9, score: 0}, {score: 3}]").replace(
            "{min", "§{min"
        ),
    ),
    definition("D251", with_score("method: yes_no, yes: 4, no: 1").replace("{min", "§{min")),
    definition(
        "D252",
        ALL.replace("{min", "§{min").replace("Layanan daring}", "Layanan daring, weight: 3}")
        + "aggregate: sum\n",
    ),
    definition(
        "D253",
        with_score(
            "method: levels, levels: §{0: a, 1: {name: b, score: 4}, 2: {name: c, score: 3}}"
        ),
    ),
    definition("D254", with_score("method: yes_no, yes: 4, no: 0, to: §[0, 4]"), "[0, 4]"),
    definition(
        "D255",
        with_score("method: achievement, target: §120").replace(
            "score:", "valid: [0, 100], score:"
        ),
        "120",
    ),
    definition("D257", ALL.replace("name: Pelayanan}", "name: Pelayanan, weight: §98,5}"), "98,5"),
    definition("D258", with_question("unit: §%"), "%"),
    definition("D701", with_question("§bobot: 3"), "bobot"),
    definition(
        "D702",
        with_question("direction: §tinggi, score: {method: goalposts, min: 0, max: 4}"),
        "tinggi",
    ),
    definition("D703", ALL.replace("\n  - {id: U-1", "\n§\t- {id: U-1")),
    definition("D704", ALL.replace("title: ", "title:§\u00a0"), "U+00A0"),
    definition("D705", ALL.replace("status: own", "status: §“own”"), "“own”"),
    definition("D706", ALL.replace("Indeks contoh", "§“Indeks contoh”"), "“Indeks contoh”"),
    definition("D707", ALL.replace("Indeks contoh", "§Indeks: contoh"), "Indeks: contoh"),
    definition("D708", ALL.replace("Indeks contoh", "§@indeks"), "@indeks"),
    definition("D709", ALL.replace("Indeks contoh", "§'Indeks Jum'at'"), "'Indeks Jum'at'"),
    definition("D710", ALL.replace("- {id: U-1", "§-{id: U-1")),
    definition("D711", ALL.replace("- {id: U-1", "§– {id: U-1"), "–"),
    definition("D712", ALL.replace("status: own", "§status = own"), "status = own"),
    definition("D713", ALL.replace("status: own", " §status: own"), "status: own"),
    definition("D714", ALL.replace("Indeks contoh", '§"Indeks contoh'), '"Indeks contoh'),
    definition("D715", with_top("classes: §{name: Baik}\n"), "{name: Baik}"),
    definition(
        "D716", ALL.replace(KINDS, KINDS.replace(" {p", "\n§p").replace("}}", "}")), "pillar"
    ),
    definition("D717", with_question("unit: §orang, jiwa"), "orang, jiwa"),
    definition("D718", ALL.replace("Indeks contoh", "§&Indeks contoh"), "&Indeks contoh"),
    definition(
        "D256",
        ALL.replace(
            GROUPS,
            "groups:\n"
            "  - {id: pelayanan, kind: pillar, weight: §59.8, name: Pelayanan}\n"
            "  - {id: lain, kind: pillar, weight: 40, name: Lain}\n",
        ),
    ),
)
TOGETHER: tuple[Example, ...] = (
    together(
        "D301",
        ALL.replace("contoh", "kedua", 1)
        .replace("{id: U-1", "§{id: U-1")
        .replace("Layanan daring", "Waktu layanan"),
        "U-1",
    ),
    together(
        "D302",
        TOP.replace("contoh", "kedua", 1)
        + KINDS
        + GROUPS.replace("id: pelayanan", "id: ekonomi")
        + INDICATORS.replace("{id: U-1, in: pelayanan", "§{id: pelayanan, in: ekonomi").replace(
            "Layanan daring", "Pelayanan"
        ),
        "pelayanan",
    ),
    together("D303", MARK + ALL, "contoh"),
    changed(
        "D304",
        ALL.replace("version: ", "version: §").replace("Layanan daring", "Waktu layanan"),
        "1",
    ),
    profile(
        "D401",
        "opd:\n  - {id: dinkes, name: Dinas Kesehatan}\n  - {id: §dinkes, name: Dinas Sosial}\n",
        "dinkes",
    ),
    profile(
        "D402",
        "opd:\n  - {id: dinkes, name: Dinas Kesehatan}\n"
        "  - {id: dinsos, name: Dinas Sosial, also: [§'Dinas Kesehatan ']}\n",
        "Dinas Kesehatan ",
    ),
    profile(
        "D403",
        "opd: [{id: dinkes, name: Dinas Kesehatan}]\nassign: {§dinke: [U-1]}\n",
        "dinke",
    ),
    profile(
        "D404",
        "unit_groups:\n  provinsi: {Jawa Timur: [Kota Satu], Bali: [Kota Dua, §kota satu]}\n",
        "kota satu",
    ),
    profile("D305", SHARED + "shared: {U-1: {lead: §dinke}}\n", "dinke"),
    profile("D306", SHARED + "shared: {U-1: §{}}\n", "U-1"),
    profile("D307", SHARED + "shared: {U-2: {lead: §dinsos}}\n", "dinsos"),
    profile("D308", SHARED + "shared: {U-2: §{combine: mean}}\n", "U-2"),
)
WAIVERS: tuple[Example, ...] = (
    waivers("D118", _WAIVER.replace("C2}", "§'14'}"), "14"),
    waivers("D601", "§reason: Sudah dibahas\nwho: Dewi\n", None),
    waivers("D602", _WAIVER.replace('"C203"', "§C2O3"), "C2O3"),
    waivers("D603", _WAIVER + _WAIVER.replace('"C', '§"C'), "C203"),
    waivers("D604", _WAIVER.replace("2999", "§2020"), "2020-12-31"),
    waivers("D605", _WAIVER.replace('"C', '§"C'), "C203"),
)
EXAMPLES = (*READING, *KEYS, *MEANINGS, *TOGETHER, *WAIVERS)
