"""What ``plan`` and ``robustness`` say, and their errors."""

from __future__ import annotations

from kediri_index.model.language import Wording

PLAN_TEXTS: dict[str, Wording] = {
    "plan.least": Wording("biaya terkecil {cost} {proof}", "least cost {cost} {proof}"),
    "plan.in-levels": Wording("{cost} tingkat", "{cost} levels"),
    "plan.proven": Wording("(terbukti)", "(proven)"),
    "plan.not-proven": Wording(
        "(belum terbukti termurah; selisih paling besar {gap}, tidak mungkin kurang dari {least})",
        "(not proven to be the least; at most {gap} above it, not below {least})",
    ),
    "plan.best": Wording("terbaik yang mungkin: {best}", "best possible: {best}"),
    "plan.out-of-reach": Wording(
        "Sasaran {target} tidak tercapai dengan cara apa pun; langkah di bawah menuju yang "
        "terbaik, {best}.",
        "No plan reaches the target {target}; the steps below lead to the best, {best}.",
    ),
    "plan.best-found": Wording("terbaik yang ditemukan: {best}", "best found: {best}"),
    "plan.not-found": Wording(
        "Cara mencapai sasaran {target} tidak ditemukan; langkah di bawah menuju nilai terbaik "
        "yang ditemukan, {best}.",
        "No way to the target {target} was found; the steps below lead to the best that was, "
        "{best}.",
    ),
    "plan.stuck": Wording(
        "Sasaran {target} tidak tercapai: tidak ada langkah yang menaikkan nilai terbit.",
        "No plan reaches the target {target}: no step raises the published score.",
    ),
    "plan.there-already": Wording(
        "Sasaran {target} sudah tercapai; tidak perlu langkah.",
        "The target {target} is met already; no step is needed.",
    ),
    "plan.target": Wording("sasaran {target}", "target {target}"),
    "plan.movable": Wording(
        "{count} isian boleh naik", "{count} answers may rise", "1 answer may rise"
    ),
    "plan.only-opd": Wording("hanya milik {name}", "only those of {name}"),
    "plan.fixed": Wording("tetap: {ids}", "fixed: {ids}"),
    "plan.most-steps": Wording(
        "paling banyak {count} langkah", "at most {count} steps", "at most 1 step"
    ),
    "plan.gains": Wording(
        "Sumbangan: kenaikan nilai keseluruhan sebelum dibulatkan, menurut urutan langkah.",
        "Gain: the rise of the overall score before rounding, in the order of the steps.",
    ),
    "plan.gains-nothing": Wording(
        "Langkah tanpa sumbangan pun perlu: nilai baru naik bersama langkah lainnya.",
        "A step without a gain is needed too: the score rises only with the other steps.",
    ),
    "plan.others": Wording(
        "Rencana lain yang sama biaya dan jumlah langkahnya, dengan perbedaannya:",
        "Other plans of the same cost and as few steps, and where they differ:",
    ),
    "plan.instead": Wording("{others}, bukan {ours}", "{others} instead of {ours}"),
    "plan.more": Wording(
        "Masih ada yang lain; --alternatives menampilkan lebih banyak.",
        "There are more; --alternatives shows them.",
    ),
    "plan.frontier": Wording(
        "Biaya terkecil untuk setiap nilai terbit", "Least cost of each published score"
    ),
    "plan.frontier-unproven": Wording(
        "~ belum terbukti sebagai yang termurah", "~ not proven to be the cheapest"
    ),
    "plan.refused": Wording(
        "Rencana tidak dibuat karena temuan di atas.",
        "No plan was made, for the findings above.",
    ),
    "column.from": Wording("dari", "from"),
    "column.to": Wording("ke", "to"),
    "column.cost": Wording("biaya", "cost"),
    "column.gain": Wording("sumbangan", "gain"),
    "column.need": Wording("hasil yang diperlukan", "result needed"),
    "column.published": Wording("terbit", "published"),
    "column.unrounded": Wording("sebelum dibulatkan", "before rounding"),
    "plan.sum": Wording("Jumlah", "Sum"),
    "next.plan-work": Wording(
        "Belum terbukti termurah. Cari lebih lama: kediri-index plan {again} --limit seconds=100",
        "Not proven to be the least. Search longer: kediri-index plan {again} --limit seconds=100",
    ),
    "next.frontier": Wording(
        "Berapa biaya nilai lain?  kediri-index plan {again} --frontier",
        "What would other scores cost?  kediri-index plan {again} --frontier",
    ),
    # errors
    "plan-no-target": Wording(
        "sasaran tidak disebut, dan profil tidak memuatnya untuk tahun ini; tulis misalnya "
        "--target 3,4, atau isi targets dalam profil",
        "no target is named, and the profile has none for this year; write --target 3.4, say, or "
        "fill in targets in the profile",
    ),
    "plan-no-step": Wording(
        "{option}: «{value}» harus lebih dari 0; tulis misalnya {example}",
        "{option}: «{value}» must be above 0; write {example}, say",
    ),
    "plan-no-count": Wording(
        "{option}: «{value}» harus bilangan bulat dari 0 sampai {most}",
        "{option}: «{value}» must be a whole number from 0 to {most}",
    ),
    "plan-step-small": Wording(
        "--step {step}: terlalu halus untuk skala ini; pakai paling sedikit {least}, atau "
        "--continuous",
        "--step {step}: too fine for this scale; use at least {least}, or --continuous",
    ),
    "plan-step-or-any": Wording(
        "--step dan --continuous tidak dapat dipakai bersama; pilih salah satu",
        "--step and --continuous cannot be used together; choose one",
    ),
    "plan-steps-or-any": Wording(
        "--max-steps dan --continuous tidak dapat dipakai bersama; pilih salah satu",
        "--max-steps and --continuous cannot be used together; choose one",
    ),
    "plan-too-fine": Wording(
        "--continuous: definisi ini membulatkan bagian-bagiannya pada {decimals} desimal, terlalu "
        "halus untuk dicari satu per satu; pakai --step",
        "--continuous: this definition rounds its parts to {decimals} decimals, too many figures "
        "to search one by one; use --step",
    ),
    "plan-lines-continuous": Wording(
        "--continuous memerlukan biaya per tingkat, sedangkan biaya {names} ditulis per langkah; "
        "tulis cost_per_level, atau hilangkan --continuous",
        "--continuous takes costs per level, and those of {names} are written by the step; write "
        "cost_per_level, or leave out --continuous",
    ),
    "plan-unknown-id": Wording(
        "--fix: «{value}» bukan id indikator atau kelompok dalam definisi ini{nearest}; lihat "
        "kediri-index definition show",
        "--fix: «{value}» is no id of an indicator or a group in this definition{nearest}; see "
        "kediri-index definition show",
    ),
    "plan-unknown-opd": Wording(
        "--opd: «{value}» tidak ada dalam profil maupun definisi{nearest}; periksa ejaannya",
        "--opd: neither the profile nor the definition has «{value}»{nearest}; check its spelling",
    ),
    "plan-opd-nothing": Wording(
        "--opd: {value} tidak mengampu satu isian pun dalam definisi ini; lengkapi assign dalam "
        "profil",
        "--opd: {value} answers for nothing in this definition; complete assign in the profile",
    ),
    "costs-not-found": Wording(
        "{path}: berkas biaya ini tidak ada; periksa ejaannya",
        "{path}: there is no such file of costs; check its spelling",
    ),
    "costs-broken": Wording(
        "biaya di {path} tidak dapat dipakai: {count} galat; perbaiki, lalu ulangi",
        "the costs in {path} cannot be used: {count} errors; repair them and run it again",
        "the costs in {path} cannot be used: 1 error; repair it and run it again",
    ),
    # help
    "help.plan": Wording(
        "Mencari langkah termurah agar nilai terbit mencapai sasaran, dan membuktikannya.",
        "Finds the cheapest steps by which the published score reaches a target, with proof.",
    ),
    "help.plan.short": Wording(
        "Mencari langkah termurah menuju sasaran.", "Finds the cheapest steps to a target."
    ),
    "help.option.plan-target": Wording(
        "Nilai terbit yang hendak dicapai; bila tidak disebut, sasaran dalam profil.",
        "The published score to reach; else the profile's target of the year.",
    ),
    "help.option.costs": Wording(
        "CSV biaya: indicator,from,to,cost atau indicator,cost_per_level[,max].",
        "Costs as CSV: indicator,from,to,cost or indicator,cost_per_level[,max].",
    ),
    "help.option.step": Wording(
        "Jarak antarnilai yang mungkin, misalnya 0,2; bila tidak disebut, tingkat definisi.",
        "Distance of possible scores, such as 0.2; else the definition's levels.",
    ),
    "help.option.continuous": Wording(
        "Nilai boleh naik berapa pun; hanya untuk rata-rata tertimbang.",
        "Let scores rise by any amount; for weighted means only.",
    ),
    "help.option.plan-opd": Wording(
        "Hanya isian milik OPD ini yang boleh naik.", "Only what this OPD answers for may rise."
    ),
    "help.option.fix": Wording(
        "Id yang tidak boleh naik, boleh dengan *; dapat diulang. Id kelompok: seluruh isinya.",
        "An id that may not rise, * allowed; repeatable. A group's id: all that is in it.",
    ),
    "help.option.max-steps": Wording(
        "Paling banyak sekian isian yang naik.", "At most so many answers rise."
    ),
    "help.option.alternatives": Wording(
        "Paling banyak sekian rencana lain yang sama baik.",
        "At most so many equal plans beside it.",
    ),
    "help.option.frontier": Wording(
        "Juga biaya terkecil untuk setiap nilai terbit.", "Also the least cost of every score."
    ),
    "help.metavar.id": Wording("ID|POLA", "ID|PATTERN"),
}


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
