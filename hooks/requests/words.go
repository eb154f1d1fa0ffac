package requests

import (
	"slices"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
)

// Reasons a decision may give, by action; texts stand on the page under
// "reason.<key>".
var Reasons = map[string][]string{
	Return: {"unreadable_document", "missing_document", "wrong_data", "wrong_applicant", "other"},
	Reject: {"not_entitled", "not_resident", "false_data", "duplicate", "not_our_authority", "other"},
}

// reportReasons are those of reports.
var reportReasons = map[string][]string{
	Return: {"unclear_report", "unreadable_document", "wrong_place", "other"},
	Reject: {Duplicate, "not_our_authority", "false_data", "no_report", "other"},
}

// Duplicate is the reason of a report that is merged into another.
const Duplicate = "duplicate"

// ReasonsFor are the reasons that an action on a service of this kind gives.
func ReasonsFor(kind, action string) []string {
	if kind == definition.Report {
		return reportReasons[action]
	}
	return Reasons[action]
}

// NoteFor says whether an action on a service of this kind takes a note: "none",
// "optional" or "required". Who reports reads every step as an answer.
func NoteFor(kind, action string) string {
	switch action {
	case Return, Reject, Comment, Reopen:
		return "required"
	case Escalate, Expire, Close, Submit:
		return "none"
	case Approve, Resolve, Forward:
		if kind == definition.Report {
			return "required"
		}
	}
	return "optional"
}

// checkWords asks for the note and the reason that an action needs.
func checkWords(kind string, event Event) error {
	problems := errNoteMissing
	if NoteFor(kind, event.Action) == "required" && event.Note == "" {
		problems = problems.At("note", errNoteNeeded)
	}
	if reasons := ReasonsFor(kind, event.Action); len(reasons) > 0 && !slices.Contains(reasons, event.Reason) {
		problems = problems.At("reason", errReasonUnknown.With("reasons", reasons))
	}
	if len(problems.Fields) > 0 {
		return problems
	}
	return nil
}

var (
	errNoteNeeded = fault.New(fault.Invalid, "request.note_needed",
		"Tulis penjelasan singkat supaya pemohon tahu apa yang harus dilakukan.",
		"Write a short explanation, so that the applicant knows what to do.")
	errNoteMissing = fault.New(fault.Invalid, "request.incomplete",
		"Keputusan belum lengkap. Perbaiki bagian yang ditandai.",
		"The decision is not complete. Please mend the marked parts.")
	errReasonUnknown = fault.New(fault.Invalid, "request.reason_unknown",
		"Pilih salah satu alasan: {reasons}.",
		"Choose one of the reasons: {reasons}.")
)
