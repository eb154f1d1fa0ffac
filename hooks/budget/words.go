package budget

// said is a word in both languages.
type said struct{ id, en string }

var stageNames = map[string]said{
	Plan:     {"anggaran", "budget"},
	Revised:  {"anggaran perubahan", "revised budget"},
	Realised: {"realisasi", "realisation"},
}
