package satisfaction

import (
	"strconv"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/office"
)

// Result is what a period came to. Numbers are null where fewer than [Fewest]
// answers stand behind them.
type Result struct {
	Period     string             `json:"period"`
	From       string             `json:"from"`  // month
	To         string             `json:"to"`    // month
	Until      string             `json:"until"` // the last month that is over: later answers are not told yet
	Answers    int                `json:"answers"`
	Index      *float64           `json:"index"` // IKM, 25 to 100
	Band       string             `json:"band"`  // A, B, C, D or ""
	Elements   []ElementResult    `json:"elements"`
	Lowest     []string           `json:"lowest"` // three elements, the lowest first
	Services   []ServiceResult    `json:"services"`
	Counter    *Apart             `json:"counter"`     // what officers entered for residents; not part of the index
	Respondent map[string][]Share `json:"respondents"` // by attribute
	Population int                `json:"population"`  // requests completed in the period, as the statistics tell
	Sample     int                `json:"sample"`      // answers that a survey of them needs (Krejcie–Morgan)
	Plan       *Plan              `json:"plan"`        // what the office does about it
	Periods    []Told             `json:"periods"`     // all that have a result, the latest year first
}

// ElementResult is one of the nine, in the office's printed order.
type ElementResult struct {
	Key      string  `json:"key"`
	Number   string  `json:"number"`   // U1 to U9
	Mean     float64 `json:"mean"`     // NRR, 1 to 4, three decimals
	Weighted float64 `json:"weighted"` // NRR × 1/9, three decimals
	Index    float64 `json:"index"`    // NRR × 25, two decimals
	Band     string  `json:"band"`
}

// ServiceResult is the index of one service; null with fewer than five answers.
type ServiceResult struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	NameEN  string   `json:"name_en"`
	Answers int      `json:"answers"`
	Index   *float64 `json:"index"`
	Band    string   `json:"band"`
}

// Apart is what was said at the counter. The officer who writes it down may be the
// one it is about, so it stands beside the index.
type Apart struct {
	Answers int     `json:"answers"`
	Index   float64 `json:"index"`
	Band    string  `json:"band"`
}

// Told is a period that has a result.
type Told struct {
	Period  string  `json:"period"`
	Answers int     `json:"answers"`
	Index   float64 `json:"index"`
	Band    string  `json:"band"`
}

// Plan is the follow-up of a period, in the office's words.
type Plan struct {
	Text    string `json:"text" db:"text"`
	ByName  string `json:"by_name" db:"by_name"`
	ByTitle string `json:"by_title" db:"by_title"`
}

func resultOf(app core.App, period Period) (*Result, error) {
	months, err := toldMonths(app)
	if err != nil {
		return nil, err
	}
	blocks, entered, err := blocksOf(app, months)
	if err != nil {
		return nil, err
	}
	current, err := office.Current(app)
	if err != nil {
		return nil, err
	}
	result := &Result{Period: period.Key, From: period.From, To: period.To, Until: lastTold(app, months), Elements: []ElementResult{},
		Lowest: []string{}, Respondent: map[string][]Share{}, Periods: told(blocks)}
	all, byService := within(blocks, period)
	if all.Answers > 0 {
		result.Answers, result.Index, result.Band, result.Lowest = all.Answers, hundredths(all.Index()), Band(all.Index()), all.Lowest()
		result.Elements = elementsOf(all.Tally, current.GetString("satisfaction_order"))
		for _, attribute := range Attributes {
			result.Respondent[attribute] = all.Profile.Shares(attribute)
		}
	}
	if result.Services, err = servicesOf(app, byService); err != nil {
		return nil, err
	}
	if counter, _ := within(entered, period); counter.Answers > 0 {
		result.Counter = &Apart{counter.Answers, float64(counter.Index()) / 100, Band(counter.Index())}
	}
	result.Population = served(months, period)
	result.Sample = Sample(result.Population)
	if err := addEnglish(app, result.Respondent); err != nil {
		return nil, err
	}
	result.Plan, err = planOf(app, period.Key)
	return result, err
}

// addEnglish says how the register's words read in English.
func addEnglish(app core.App, respondents map[string][]Share) error {
	var rows []struct {
		Table, Value string
		LabelEN      string `db:"label_en"`
	}
	err := app.ConcurrentDB().Select("table", "value", "label_en").From("reference_values").Where(dbx.In("table", "education", "occupation")).All(&rows)
	english := map[string]string{}
	for _, row := range rows {
		english[row.Table+" "+row.Value] = row.LabelEN
	}
	for attribute, shares := range respondents {
		for i, share := range shares {
			shares[i].LabelEN = english[attribute+" "+share.Value]
		}
	}
	return err
}

// within adds up the blocks of a period, in all and by service.
func within(blocks []Block, period Period) (all Block, byService map[string]Block) {
	byService = map[string]Block{}
	for _, block := range blocks {
		if period.Holds(block.Month) {
			all = all.and(block)
			byService[block.Service] = byService[block.Service].and(block)
		}
	}
	return all, byService
}

// told are the periods that have a result.
func told(blocks []Block) []Told {
	list := []Told{}
	if len(blocks) == 0 {
		return list
	}
	first, _ := strconv.Atoi(blocks[0].Month[:4]) // blocks are in the order of months
	last, _ := strconv.Atoi(blocks[len(blocks)-1].Month[:4])
	for year := last; year >= first; year-- {
		for _, period := range PeriodsOf(year) {
			if all, _ := within(blocks, period); all.Answers > 0 {
				list = append(list, Told{period.Key, all.Answers, float64(all.Index()) / 100, Band(all.Index())})
			}
		}
	}
	return list
}

func elementsOf(tally Tally, order string) []ElementResult {
	place := map[string]int{}
	for i, element := range Elements {
		place[element] = i
	}
	list := make([]ElementResult, len(Elements))
	for i, key := range Ordered(order) {
		sum := tally.Sums[place[key]]
		index := rounded(sum*25*100, tally.Answers)
		list[i] = ElementResult{Key: key, Number: "U" + strconv.Itoa(i+1), Mean: float64(tally.Mean(place[key])) / 1000,
			Weighted: float64(rounded(sum*1000, tally.Answers*len(Elements))) / 1000, Index: float64(index) / 100, Band: Band(index)}
	}
	return list
}

func servicesOf(app core.App, byService map[string]Block) ([]ServiceResult, error) {
	var rows []struct {
		ID, Key, Name string
		NameEN        string `db:"name_en"`
		Active        bool
	}
	err := app.ConcurrentDB().Select("id", "key", "name", "name_en", "active").From("services").OrderBy("sort", "name").All(&rows)
	list := []ServiceResult{}
	for _, row := range rows {
		block, has := byService[row.ID]
		if !has && !row.Active {
			continue
		}
		service := ServiceResult{Key: row.Key, Name: row.Name, NameEN: row.NameEN}
		if has {
			service.Answers, service.Index, service.Band = block.Answers, hundredths(block.Index()), Band(block.Index())
		}
		list = append(list, service)
	}
	return list, err
}

func planOf(app core.App, period string) (*Plan, error) {
	var found []Plan
	err := app.ConcurrentDB().Select("text", "by_name", "by_title").From("satisfaction_plans").Where(dbx.HashExp{"period": period}).All(&found)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return &found[0], nil
}

func hundredths(index int) *float64 {
	value := float64(index) / 100
	return &value
}
