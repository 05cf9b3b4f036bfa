"""What ``robustness`` says: its screen, its help, and what it cannot do."""

from __future__ import annotations

from kediri_index.model.wording import Wording

ROBUSTNESS_TEXTS: dict[str, Wording] = {
    "robustness.between": Wording(
        "Dalam 9 dari 10 simulasi, nilainya antara {low} dan {high}.",
        "In 9 of 10 draws the score is between {low} and {high}.",
    ),
    "robustness.always": Wording(
        "Dalam 9 dari 10 simulasi, nilainya tetap {low}.",
        "In 9 of 10 draws the score stays {low}.",
    ),
    "robustness.ranked": Wording(
        "Peringkat {rank} dari {count}; dalam 9 dari 10 simulasi, peringkatnya {spread}.",
        "Rank {rank} of {count}; in 9 of 10 draws its rank is {spread}.",
    ),
    "robustness.reaching": Wording(
        "Peluang mencapai sasaran {target}: {share}.",
        "The chance of meeting the target {target}: {share}.",
    ),
    "robustness.no-score": Wording(
        "Tidak ada simulasi yang menghasilkan nilai.", "No draw has a score."
    ),
    "robustness.drawn": Wording("{draws} simulasi (benih {seed}).", "{draws} draws (seed {seed})."),
    "robustness.evaluations": Wording(
        "Untuk mengukur pengaruh: {draws} simulasi lagi.", "To measure influence: {draws} more."
    ),
    "robustness.what": Wording("Yang diacak:", "What is drawn:"),
    "robustness.assumed": Wording(
        "Karena tidak disebut, yang diacak:", "What is drawn, since nothing was said of it:"
    ),
    "robustness.factor.top": Wording("bobot tingkat teratas", "weights of the top level"),
    "robustness.factor.weights": Wording("bobot di dalam {name}", "weights in {name}"),
    "robustness.factor.weight_sets": Wording("himpunan bobot", "sets of weights"),
    "robustness.factor.methods": Wording("metode penilaian", "scoring methods"),
    "robustness.factor.aggregations": Wording("cara penggabungan", "aggregations"),
    "robustness.factor.missing": Wording("isian kosong", "missing answers"),
    "robustness.change": Wording(
        "{count} bobot, masing-masing ± {change}: {names}",
        "{count} weights, each ± {change}: {names}",
        "{count} weight, ± {change}: {names}",
    ),
    "robustness.change-groups": Wording(
        "{count} bobot, masing-masing ± {change}: bobot di {groups} kelompok",
        "{count} weights, each ± {change}: weights in {groups} groups",
        "{count} weight, ± {change}",
    ),
    "robustness.all-sets": Wording(
        "{count} himpunan, masing-masing satu kali", "{count} sets, each once", "1 set, once"
    ),
    "robustness.some-set": Wording("satu dari {count}", "one of {count}"),
    "robustness.one-of": Wording("salah satu dari {names}", "one of {names}"),
    "robustness.over-scale": Wording(
        "{count} isian, di mana saja pada skalanya", "{count}, anywhere on their scale"
    ),
    "robustness.mean": Wording("Rata-rata", "Mean"),
    "robustness.interval": Wording("9 dari 10 simulasi", "9 of 10 draws"),
    "robustness.rank-interval": Wording("Peringkat, 9 dari 10", "Rank, 9 of 10"),
    "robustness.rank-short": Wording("Peringkat", "Ranks"),
    "robustness.probable-class": Wording("Kelas paling mungkin", "Likeliest class"),
    "robustness.target": Wording("Sasaran tercapai", "Target met"),
    "robustness.probability": Wording("Peluang", "Chance"),
    "robustness.sobol": Wording("Apa yang paling berpengaruh", "What matters most"),
    "robustness.sobol-ranks": Wording(
        "Apa yang paling menggeser peringkat", "What moves the ranks most"
    ),
    "robustness.first": Wording("Sendiri", "Alone"),
    "robustness.total": Wording("Bersama yang lain", "With the others"),
    "robustness.sobol-more": Wording(
        "{count} faktor lagi berpengaruh lebih kecil.",
        "{count} more factors matter less.",
        "1 more factor matters less.",
    ),
    "robustness.sobol-note": Wording(
        "Bagian dari keragaman hasil simulasi; dalam kurung, selang kepercayaan 95 %.",
        "Share in the variance of the draws; in brackets, the 95 % confidence interval.",
    ),
    "robustness.no-sobol": Wording(
        "Hasil simulasi tidak beragam, jadi tidak ada pengaruh yang dapat diukur.",
        "The draws do not vary, so no influence can be measured.",
    ),
    "robustness.legend": Wording(
        "9 dari 10 simulasi: 5 % terendah dan 5 % tertinggi tidak dihitung.",
        "9 of 10 draws: without the lowest and the highest 5 %.",
    ),
    "robustness.next": Wording(
        "Apa yang paling berpengaruh? kediri-index robustness {again} --sobol",
        "What matters most? kediri-index robustness {again} --sobol",
    ),
    "robustness.next-missing": Wording(
        "Acak isian yang kosong: kediri-index robustness {again} --missing",
        "Draw what is missing: kediri-index robustness {again} --missing",
    ),
    "help.robustness": Wording(
        "Menghitung seberapa pasti nilai, kelas, dan peringkat, bila bobot, metode, cara "
        "penggabungan, atau isian kosong berlainan: ribuan simulasi yang dapat diulang dengan "
        "benihnya.",
        "Tells how sure score, class and rank are if weights, methods, aggregations or missing "
        "answers were others: thousands of draws, repeatable by their seed.",
    ),
    "help.robustness.short": Wording(
        "Seberapa pasti nilai, kelas, peringkat.", "Tells how sure scores and ranks are."
    ),
    "help.option.draws": Wording("Banyaknya simulasi.", "How many draws."),
    "help.option.seed": Wording(
        "Benih acak: benih yang sama memberi hasil yang sama.",
        "The seed of the draws: the same seed gives the same result.",
    ),
    "help.option.weights": Wording(
        "Setiap bobot dikalikan faktor acak antara 1 dikurangi dan 1 ditambah angka ini, misalnya "
        "0,25.",
        "Each weight times a random factor between 1 less this and 1 plus this, such as 0.25.",
    ),
    "help.option.weight-sets": Wording(
        "CSV berisi himpunan bobot, satu per baris: set,<id>,…; bila hanya ini, setiap himpunan "
        "dihitung tepat satu kali.",
        "A CSV of sets of weights, one a row: set,<id>,…; alone, each set counts exactly once.",
    ),
    "help.option.methods": Wording(
        "Metode penilaian antarwilayah yang diacak, misalnya min_max,z_score.",
        "Scoring methods over units of which one is drawn, such as min_max,z_score.",
    ),
    "help.option.aggregations": Wording(
        "Cara penggabungan yang diacak untuk semua kelompok, misalnya "
        "arithmetic,geometric,power:2.",
        "Ways to combine, of which one is drawn for all groups, such as "
        "arithmetic,geometric,power:2.",
    ),
    "help.option.missing": Wording(
        "Isian kosong diacak pada skalanya.", "Missing answers are drawn over their scale."
    ),
    "help.option.save-draws": Wording(
        "Simpan setiap simulasi ke berkas CSV ini: apa yang diacak dan hasilnya.",
        "Save every draw in this CSV file: what was drawn and what came of it.",
    ),
    "help.option.sobol": Wording(
        "Hitung juga pengaruh setiap faktor (indeks Sobol).",
        "Compute the influence of each factor too (Sobol indices).",
    ),
    "help.metavar.names": Wording("NAMA,…", "NAME,…"),
    "robustness-nothing-varies": Wording(
        "tidak ada yang dapat diacak: --weights perlu kelompok dengan beberapa bagian, --missing "
        "perlu isian kosong; pilih yang lain, misalnya --aggregations arithmetic,geometric",
        "there is nothing to draw: --weights wants a group of several parts, --missing a missing "
        "answer; choose another, such as --aggregations arithmetic,geometric",
    ),
    "too-many-draws": Wording(
        "--draws {draws}: terlalu banyak untuk {units} wilayah; paling banyak {most}",
        "--draws {draws}: too many for this number of units, {units}; at most {most}",
    ),
    "weight-change": Wording(
        "--weights: {value} di luar jangkauan; tulis bagian dari bobot, di atas 0 sampai 1, "
        "misalnya 0,25 untuk seperempat",
        "--weights: {value} is out of range; write a share of the weight, above 0 and up to 1, "
        "such as 0.25 for a quarter",
    ),
    "copeland-alternative": Wording(
        "--aggregations: copeland menghitung wilayah yang dikalahkan, bukan nilai pada skala, jadi "
        "tidak dapat menggantikan cara lain; pilih rata-rata",
        "--aggregations: copeland counts units that are beaten and gives no score on the scale, so "
        "it cannot stand in for other ways; choose a mean",
    ),
    "sum-alternative": Wording(
        "--aggregations: sum menjumlahkan bobot dikali nilai tanpa membaginya, sehingga "
        "skalanya berbeda dari rata-rata dan keduanya tidak dapat saling menggantikan; pilih "
        "rata-rata, atau tanpa "
        "--aggregations",
        "--aggregations: sum adds weight times score without dividing, so its scale differs "
        "from that of a mean and neither can replace the other; choose means, or leave out "
        "--aggregations",
    ),
    "aggregation-parameter": Wording(
        "--aggregations: {value} perlu parameter; tulis misalnya {example}",
        "--aggregations: {value} takes a parameter; write it as {example}",
    ),
    "methods-one-unit": Wording(
        "--methods: metode ini membandingkan wilayah, padahal datanya satu wilayah; beri tabel "
        "dengan satu baris untuk setiap wilayah",
        "--methods: these methods compare units, but the data are of one; give a table with one "
        "row a unit",
    ),
    "methods-none": Wording(
        "--methods: definisi {id} tidak punya indikator yang dinilai antarwilayah atau dengan "
        "goalposts, jadi tidak ada yang dapat diganti",
        "--methods: the definition {id} scores no indicator over units or by goalposts, so there "
        "is nothing to replace",
    ),
    "weight-sets-not-found": Wording(
        "{path}: berkas himpunan bobot ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of sets of weights; check its spelling",
    ),
    "weight-sets-encoding": Wording(
        "{path}: himpunan bobot ini bukan teks UTF-8; simpan ulang sebagai CSV UTF-8",
        "{path}: these sets of weights are no UTF-8 text; save them anew as CSV in UTF-8",
    ),
    "weight-sets-broken": Wording(
        "himpunan bobot di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu ulangi",
        "the sets of weights in {path} cannot be used: {count} errors; repair them and run it "
        "again",
        "the sets of weights in {path} cannot be used: {count} error; repair it and run it again",
    ),
}
