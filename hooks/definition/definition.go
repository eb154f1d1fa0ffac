// Package definition is the language in which a service of the catalogue is
// written: what it asks, what it needs, who decides, what comes out. It is pure
// data: the catalogue refuses what cannot work, the engine follows it, the
// letter prints it.
//
// Every text stands twice: `name` in Indonesian and `name_en` in English; an
// empty English text falls back to the Indonesian one.
package definition

// Kinds of service.
const (
	Letter  = "letter"
	Report  = "report"
	Benefit = "benefit"
)

// Definition is one service, as the `services` collection holds it and as a
// request keeps it, frozen, from the moment it was filed.
type Definition struct {
	Key        string `json:"key"`
	Name       string `json:"name"`
	NameEN     string `json:"name_en"`
	Kind       string `json:"kind"` // letter, report, benefit
	Category   string `json:"category"`
	Summary    string `json:"summary"`
	SummaryEN  string `json:"summary_en"`
	Product    string `json:"product"` // what the resident gets
	ProductEN  string `json:"product_en"`
	SelfServed bool   `json:"self_service"`
	Active     bool   `json:"active"`
	Sort       int    `json:"sort"`

	Requirements []Requirement     `json:"requirements"`
	Form         []Page            `json:"form"`
	Steps        []Step            `json:"steps"`
	Subject      Subject           `json:"subject"`
	Promise      Duration          `json:"promise"`
	Fee          int               `json:"fee"`      // whole rupiah
	Standard     map[string]string `json:"standard"` // the 14 components of PermenPANRB 15/2014, by [StandardKeys]

	// The letter, for services of that kind.
	Template           string `json:"template"`       // rich text with {{placeholders}}
	LetterTitle        string `json:"letter_title"`   // "Surat Keterangan Domisili"; empty: the name
	NumberPattern      string `json:"number_pattern"` // "{code}/{serial:3}/{office}/{month}/{year}"
	ClassificationCode string `json:"classification_code"`
	Series             string `json:"series"` // office, service, code: what counts together
	Paper              string `json:"paper"`  // A4, F4
	HolderSigns        bool   `json:"holder_signs"`
	Validity           Span   `json:"validity"`

	Report *Reporting `json:"report,omitempty"` // for services of that kind
}

// Requirement is a document the applicant brings.
type Requirement struct {
	Key      string      `json:"key"`
	Name     string      `json:"name"`
	NameEN   string      `json:"name_en"`
	Note     string      `json:"note,omitempty"`
	NoteEN   string      `json:"note_en,omitempty"`
	Optional bool        `json:"optional,omitempty"`
	When     []Condition `json:"when,omitempty"`
}

// Page is one screen of the form: one thing to answer, or a few that belong together.
type Page struct {
	Key     string      `json:"key"`
	Title   string      `json:"title"`
	TitleEN string      `json:"title_en"`
	Hint    string      `json:"hint,omitempty"`
	HintEN  string      `json:"hint_en,omitempty"`
	When    []Condition `json:"when,omitempty"`
	Fields  []Field     `json:"fields"`
}

// Field is one question. Keys are unique across all pages.
type Field struct {
	Key      string      `json:"key"`
	Label    string      `json:"label"`
	LabelEN  string      `json:"label_en"`
	Hint     string      `json:"hint,omitempty"`
	HintEN   string      `json:"hint_en,omitempty"`
	Type     string      `json:"type"` // one of [FieldTypes]
	Required bool        `json:"required,omitempty"`
	Options  []Option    `json:"options,omitempty"` // of choice and choices
	Columns  []Field     `json:"columns,omitempty"` // of rows
	Min      *float64    `json:"min,omitempty"`     // number, money: value; text: letters; date: days from today; rows, choices: how many
	Max      *float64    `json:"max,omitempty"`
	When     []Condition `json:"when,omitempty"`
}

// Option is one answer of a choice.
type Option struct {
	Value   string `json:"value"`
	Label   string `json:"label"`
	LabelEN string `json:"label_en"`
}

// Condition holds when the answer to Field is one of Is, none of Not, or is
// filled in at all. A list of conditions holds when all of them do.
type Condition struct {
	Field  string   `json:"field"`
	Is     []string `json:"is,omitempty"`
	Not    []string `json:"not,omitempty"`
	Filled *bool    `json:"filled,omitempty"`
}

// Step is one hand a request passes through.
type Step struct {
	Key    string   `json:"key"`
	Name   string   `json:"name"`
	NameEN string   `json:"name_en"`
	Role   string   `json:"role"`           // one of [Roles]
	Unit   string   `json:"unit,omitempty"` // key of the office's section that does it; empty: any officer
	Action string   `json:"action"`         // approve, sign, resolve
	Time   Duration `json:"time"`           // working time after which the step escalates
}

// Duration is an amount of the office's working time.
type Duration struct {
	Amount int    `json:"amount"`
	Unit   string `json:"unit"` // minutes, hours, days
}

// Span is a stretch of calendar time; unit "none" (or empty) means without end.
type Span struct {
	Amount int    `json:"amount"`
	Unit   string `json:"unit"` // none, days, weeks, months, years
}

// Subject says who the service is for. Empty lists ask nothing.
type Subject struct {
	Sex           string   `json:"sex,omitempty"` // L or P
	MaritalStatus []string `json:"marital_status,omitempty"`
	FamilyRole    []string `json:"family_role,omitempty"`
	MinAge        int      `json:"min_age,omitempty"` // whole years
}

// Values a definition may use.
var (
	Kinds        = []string{Letter, Report, Benefit}
	Roles        = []string{"hamlet_head", "officer", "secretary", "village_head"}
	StepActions  = []string{"approve", "sign", "resolve"}
	FieldTypes   = []string{"text", "textarea", "number", "money", "date", "time", "choice", "choices", "yesno", "phone", "nik", "member", "place", "rows"}
	TimeUnits    = []string{"minutes", "hours", "days"}
	SpanUnits    = []string{"none", "days", "weeks", "months", "years"}
	SeriesKinds  = []string{"office", "service", "code"}
	Papers       = []string{"A4", "F4"}
	StandardKeys = []string{
		// Service delivery, published: PermenPANRB 15/2014.
		"requirements", "procedure", "time", "fee", "product", "complaints",
		// Service management, internal.
		"legal_basis", "facilities", "competence", "supervision", "staffing", "assurance", "safety", "evaluation",
	}
)
