package budget

import (
	"slices"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
)

// Answer is one year's budget as everybody reads it. Money is in whole rupiah,
// days are "2026-11-23".
type Answer struct {
	Year             int               `json:"year"`
	Decree           string            `json:"decree"`
	DecreeOn         string            `json:"decree_on"`
	RevisionDecree   string            `json:"revision_decree"`
	RevisionDecreeOn string            `json:"revision_decree_on"`
	RealisedUntil    string            `json:"realised_until"`
	Note             string            `json:"note"`
	Published        bool              `json:"published"`
	Stages           []string          `json:"stages"` // that have figures: plan, revised, realised
	Totals           map[string]Result `json:"totals"` // by stage
	Lines            []LineAnswer      `json:"lines"`  // in the order of the decree, sums before what they are made of
	Versions         []VersionAnswer   `json:"versions"`
	Years            []int             `json:"years"` // published, the latest first
}

// Result is a stage's totals and what follows from them.
type Result struct {
	Totals
	Surplus int64 `json:"surplus"`
	Left    int64 `json:"left"` // SiLPA of this year
}

func resultOf(totals Totals) Result { return Result{totals, totals.Surplus(), totals.Left()} }

// LineAnswer is a line. An amount is null where a stage does not speak of it: a
// realisation may be told per activity only.
type LineAnswer struct {
	ID       string          `json:"id"`
	Code     string          `json:"code"`
	Parent   string          `json:"parent"`
	Part     string          `json:"part"`
	Activity string          `json:"activity,omitempty"`
	Account  string          `json:"account,omitempty"`
	Name     string          `json:"name"`
	NameEN   string          `json:"name_en,omitempty"` // of standard codes
	Source   string          `json:"source,omitempty"`
	Carries  []string        `json:"carries,omitempty"` // stages whose amount stands here; the others are sums
	Plan     *int64          `json:"plan"`
	Revised  *int64          `json:"revised"`
	Realised *int64          `json:"realised"`
	Programs []ProgramAnswer `json:"programs,omitempty"`
}

// ProgramAnswer is a published program that hangs on a line.
type ProgramAnswer struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	TitleEN  string `json:"title_en" db:"title_en"`
	State    string `json:"state"`
	Progress int    `json:"progress"` // percent
}

// VersionAnswer is an entry of the history.
type VersionAnswer struct {
	Stage    string `json:"stage"`
	Number   int    `json:"number"`
	Kind     string `json:"kind"` // file, hand, withdrawal
	Restores int    `json:"restores,omitempty"`
	Decree   string `json:"decree"`
	DecreeOn string `json:"decree_on"`
	AsOf     string `json:"as_of"`
	At       string `json:"at"` // RFC 3339
	Totals   Result `json:"totals"`
	File     string `json:"file,omitempty"` // for staff only, as are the next
	Note     string `json:"note,omitempty"`
	By       string `json:"by,omitempty"`
}

// answerOf tells a budget; for staff with what only they should know.
func answerOf(app core.App, budget *core.Record, staff bool) (*Answer, error) {
	book, err := openBook(app, budget)
	if err != nil {
		return nil, err
	}
	answer := &Answer{Year: budget.GetInt("year"), Decree: budget.GetString("decree"), DecreeOn: budget.GetString("decree_on"),
		RevisionDecree: budget.GetString("revision_decree"), RevisionDecreeOn: budget.GetString("revision_decree_on"),
		RealisedUntil: budget.GetString("realised_until"), Note: budget.GetString("note"), Published: budget.GetBool("published"),
		Stages: book.present(), Totals: book.results(), Lines: []LineAnswer{}, Versions: []VersionAnswer{}, Years: []int{}}
	if answer.Stages == nil {
		answer.Stages = []string{}
	}
	programs, err := programsOn(app, budget.Id)
	if err != nil {
		return nil, err
	}
	said := book.said()
	for _, code := range book.order() {
		line := lineAnswer(code, book.lines[code], said)
		line.Programs = programs[line.ID]
		answer.Lines = append(answer.Lines, line)
	}
	if answer.Versions, err = versionsOf(app, budget.Id, staff); err != nil {
		return nil, err
	}
	err = app.DB().Select("year").From("budgets").Where(dbx.HashExp{"published": true}).OrderBy("year DESC").Column(&answer.Years)
	return answer, err
}

func (b *book) results() map[string]Result {
	results := map[string]Result{}
	for _, stage := range b.present() {
		results[stage] = resultOf(TotalsOf(b.amounts(stage)))
	}
	return results
}

// order is the lines' codes as the decree orders them.
func (b *book) order() []Code {
	codes := make([]Code, 0, len(b.lines))
	for code := range b.lines {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, Compare)
	return codes
}

// said are the amounts that each stage speaks of: its leaves and their sums.
func (b *book) said() map[string]map[Code]int64 {
	said := map[string]map[Code]int64{}
	for _, stage := range Stages {
		said[stage] = Sums(b.amounts(stage))
	}
	return said
}

func lineAnswer(code Code, record *core.Record, said map[string]map[Code]int64) LineAnswer {
	amount := func(stage string) *int64 {
		if value, speaks := said[stage][code]; speaks {
			return &value
		}
		return nil
	}
	name := record.GetString("name")
	return LineAnswer{ID: record.Id, Code: code.String(), Parent: record.GetString("parent"), Part: code.Part(), Activity: code.Activity,
		Account: code.Account, Name: name, NameEN: EnglishOf(code, name), Source: record.GetString("source"),
		Carries: record.GetStringSlice("carries"), Plan: amount(Plan), Revised: amount(Revised), Realised: amount(Realised)}
}

// programsOn are the published programs that hang on a budget's lines.
func programsOn(app core.App, budget string) (map[string][]ProgramAnswer, error) {
	var rows []struct {
		Line string
		ProgramAnswer
	}
	err := app.DB().NewQuery(`SELECT budget_line line, id, title, title_en, state, progress FROM programs
		WHERE published = TRUE AND budget_line IN (SELECT id FROM budget_lines WHERE budget = {:budget}) ORDER BY title`).
		Bind(dbx.Params{"budget": budget}).All(&rows)
	programs := map[string][]ProgramAnswer{}
	for _, row := range rows {
		programs[row.Line] = append(programs[row.Line], row.ProgramAnswer)
	}
	return programs, err
}

func versionsOf(app core.App, budget string, staff bool) ([]VersionAnswer, error) {
	records, err := app.FindRecordsByFilter("budget_versions", "budget = {:budget}", "-at,-number", 200, 0, dbx.Params{"budget": budget})
	if err != nil {
		return nil, err
	}
	list := make([]VersionAnswer, len(records))
	for i, record := range records {
		var totals Totals
		if err := record.UnmarshalJSONField("totals", &totals); err != nil {
			return nil, err
		}
		list[i] = VersionAnswer{Stage: record.GetString("stage"), Number: record.GetInt("number"), Kind: record.GetString("kind"),
			Restores: record.GetInt("restores"), Decree: record.GetString("decree"), DecreeOn: record.GetString("decree_on"),
			AsOf: record.GetString("as_of"), At: record.GetDateTime("at").Time().Format(time.RFC3339), Totals: resultOf(totals)}
		if staff {
			list[i].File, list[i].Note, list[i].By = record.GetString("file_name"), record.GetString("note"), record.GetString("by")
		}
	}
	return list, nil
}
