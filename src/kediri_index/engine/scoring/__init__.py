"""One scoring method a file; a new one is one more file and one more line here."""

from kediri_index.engine.scoring.achievement import Achievement
from kediri_index.engine.scoring.as_given import AsGiven
from kediri_index.engine.scoring.bands import Bands
from kediri_index.engine.scoring.goalposts import Goalposts
from kediri_index.engine.scoring.levels import Levels
from kediri_index.engine.scoring.yes_no import YesNo
from kediri_index.model.scoring import ScoringMethod

METHODS: dict[str, type[ScoringMethod]] = {
    method.name: method for method in (AsGiven, Levels, YesNo, Achievement, Goalposts, Bands)
}
