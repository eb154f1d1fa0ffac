package definition

import (
	"slices"

	"mdesa/hooks/fault"
)

// Reporting is what a category of reports (pengaduan) has beside what every
// service has.
type Reporting struct {
	Class      string   `json:"class"`             // one of [Classes]: how long it may take
	Place      string   `json:"place"`             // one of [PlaceNeeds]
	Identities []string `json:"identities"`        // of [Identities]; the first is proposed
	Publish    string   `json:"publish"`           // one of [Publishing]
	Outside    *Outside `json:"outside,omitempty"` // whose it is when it is not the village's
}

// Outside is an agency that reports are forwarded to.
type Outside struct {
	Name    string `json:"name"`
	Contact string `json:"contact,omitempty"` // phone, address, page
}

// How far it is known who reports.
const (
	IdentityShown       = "shown"        // to all, shortened
	IdentityHidden      = "hidden"       // to the office
	IdentityHandlerOnly = "handler_only" // to nobody but who stands at the step
)

// When a report may be seen by all.
const (
	PublishAtOnce  = "at_once" // that there is one, of this category and there; its words once they were read
	PublishChecked = "checked" // nothing before somebody at the office has read it
	PublishNever   = "never"
)

// Keys of the questions and of the requirement that every category has; see
// [Definition.CompleteReport].
const (
	FieldWhat     = "what"
	FieldPlace    = "place"
	FieldDay      = "happened_on"
	FieldHour     = "happened_at"
	FieldConcerns = "concerns" // where confidential reports are taken
	FieldIdentity = "identity"
	PaperPhotos   = "photos"
)

var (
	Classes = []string{"light", "normative", "technical", "inspection"}
	// Concerns are the posts of the office that a report can be about.
	Concerns   = []string{"officer", "secretary", "village_head", "hamlet_head"}
	PlaceNeeds = []string{"required", "optional", "none"}
	Identities = []string{IdentityShown, IdentityHidden, IdentityHandlerOnly}
	Publishing = []string{PublishAtOnce, PublishChecked, PublishNever}

	// classDays are the working days within which a report of a class is
	// resolved, as the standards of complaint units have it: light 2, normative
	// or information 5, not needing inspection 14, needing it 60.
	classDays = map[string]int{"light": 2, "normative": 5, "technical": 14, "inspection": 60}
)

var (
	errReportMissing = fault.New(fault.Invalid, "definition.report_missing",
		"{place}: kategori laporan perlu bagian ini, misalnya {\"class\": \"normative\", \"place\": \"required\", \"identities\": [\"hidden\", \"shown\"], \"publish\": \"checked\"}.",
		"{place}: a category of reports needs this part, for example {\"class\": \"normative\", \"place\": \"required\", \"identities\": [\"hidden\", \"shown\"], \"publish\": \"checked\"}.")
	errReportUnused = fault.New(fault.Invalid, "definition.report_unused",
		"{place}: hanya layanan jenis “report” yang memakai bagian ini.",
		"{place}: only services of the kind “report” use this part.")
	errClassTime = fault.New(fault.Invalid, "definition.class_time",
		"{place}: janji {value} hari lebih lama daripada {days} hari kerja yang diizinkan kelas “{class}”.",
		"{place}: a promise of {value} days is longer than the {days} working days that the class “{class}” allows.")
	errClassUnit = fault.New(fault.Invalid, "definition.class_unit",
		"{place}: janji laporan ditulis dalam hari (“days”).",
		"{place}: the promise of a report is given in days.")
	errSecretPublic = fault.New(fault.Invalid, "definition.secret_public",
		"{place}: kategori yang hanya menerima laporan rahasia tidak dapat diumumkan; tulis “never”.",
		"{place}: a category that only takes confidential reports cannot be shown to all; write “never”.")
	errQuestionMissing = fault.New(fault.Invalid, "definition.question_missing",
		"{place}: pertanyaan “{value}” dari jenis “{type}” harus ada.",
		"{place}: the question “{value}” of the type “{type}” has to be there.")
	errIdentityOptions = fault.New(fault.Invalid, "definition.identity_options",
		"{place}: pilihannya harus sama dengan report.identities: {known}.",
		"{place}: its options have to be those of report.identities: {known}.")
	errTwoSteps = fault.New(fault.Invalid, "definition.two_steps",
		"{place}: laporan perlu paling sedikit dua langkah: tanggapan pertama (“approve”) dan penanganan (“resolve”).",
		"{place}: a report needs at least two steps: the first answer (“approve”) and the handling (“resolve”).")
)

func (c *checker) reporting(d *Definition) {
	r := d.Report
	switch {
	case d.Kind != Report && r != nil:
		c.add("report", errReportUnused)
		return
	case d.Kind != Report:
		return
	case r == nil:
		c.add("report", errReportMissing)
		return
	}
	c.oneOf("report.class", r.Class, Classes)
	c.oneOf("report.place", r.Place, PlaceNeeds)
	c.oneOf("report.publish", r.Publish, Publishing)
	if len(r.Identities) == 0 {
		c.add("report.identities", errMissing)
	}
	for i, identity := range r.Identities {
		c.oneOf(nth("report.identities", i), identity, Identities)
	}
	if r.Publish != PublishNever && len(r.Identities) == 1 && r.Identities[0] == IdentityHandlerOnly {
		c.add("report.publish", errSecretPublic)
	}
	if r.Outside != nil {
		c.needed("report.outside.name", r.Outside.Name)
	}
	if len(d.Steps) == 1 {
		c.add("steps", errTwoSteps)
	}
	c.classTime(d)
	c.reportQuestions(d)
}

func (c *checker) classTime(d *Definition) {
	days, known := classDays[d.Report.Class]
	switch {
	case !known || d.Promise.Amount <= 0:
	case d.Promise.Unit != "days":
		c.add("promise.unit", errClassUnit)
	case d.Promise.Amount > days:
		c.add("promise.amount", errClassTime.With("value", d.Promise.Amount).With("days", days).With("class", d.Report.Class))
	}
}

// reportQuestions wants the questions that the engine reads to be there, in
// whatever words.
func (c *checker) reportQuestions(d *Definition) {
	wanted := map[string]string{FieldWhat: "textarea", FieldIdentity: "choice"}
	if d.Report.Place != "none" {
		wanted[FieldPlace] = "place"
	}
	for _, key := range []string{FieldWhat, FieldPlace, FieldIdentity} {
		if kind := wanted[key]; kind != "" {
			if field := d.Field(key); field == nil || field.Type != kind {
				c.add("form", errQuestionMissing.With("value", key).With("type", kind))
			}
		}
	}
	if field := d.Field(FieldConcerns); field != nil && field.Type != "choices" {
		c.add("form", errQuestionMissing.With("value", FieldConcerns).With("type", "choices"))
	}
	identity := d.Field(FieldIdentity)
	if identity == nil || identity.Type != "choice" {
		return
	}
	var offered []string
	for _, option := range identity.Options {
		offered = append(offered, option.Value)
	}
	if !slices.Equal(offered, d.Report.Identities) {
		c.add("form", errIdentityOptions.With("known", d.Report.Identities))
	}
}
