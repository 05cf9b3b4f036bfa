"""What a plan to a target says, and its errors."""

from __future__ import annotations

from kediri_index.model.wording import Wording

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
