package definition

import "mdesa/hooks/fault"

// maxPapers is how many files may be attached for one requirement.
const maxPapers = 10

var (
	errPaperMissing = fault.New(fault.Invalid, "attachment.required",
		"Lampirkan “{name}”: foto atau PDF yang jelas terbaca.",
		"Attach “{name}”: a photo or PDF that can be read well.")
	errManyPapers = fault.New(fault.Invalid, "attachment.too_many",
		"“{name}” paling banyak {max} berkas. Gabungkan halaman menjadi satu PDF.",
		"“{name}” takes at most {max} files. Put the pages together into one PDF.")
)

// Needed are the requirements whose conditions hold for the answers that
// [Definition.CheckAnswers] kept, optional ones included.
func (d *Definition) Needed(answers map[string]any) []Requirement {
	var needed []Requirement
	for _, requirement := range d.Requirements {
		if Holds(requirement.When, answers) {
			needed = append(needed, requirement)
		}
	}
	return needed
}

// CheckAttachments says, by the key of the requirement, which documents are
// missing. attachments holds ids of documents by the key of the requirement;
// whether those documents exist is for the caller to see.
func (d *Definition) CheckAttachments(answers map[string]any, attachments map[string][]string) map[string]*fault.Fault {
	problems := map[string]*fault.Fault{}
	for _, requirement := range d.Needed(answers) {
		reason := (*fault.Fault)(nil)
		switch count := len(attachments[requirement.Key]); {
		case count == 0 && !requirement.Optional:
			reason = errPaperMissing
		case count > maxPapers:
			reason = errManyPapers.With("max", maxPapers)
		default:
			continue
		}
		problems[requirement.Key] = reason.WithText("name",
			requirement.Name, Text(requirement.Name, requirement.NameEN, "en"))
	}
	return problems
}
