package demo

import (
	"fmt"
	"slices"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// plot is how far a request gets: so many steps forward, then its last action.
type plot struct {
	forward int    // -1: all the way to the signature
	then    string // "", return, reject, cancel, comment, expire, escalate, mend
	days    int    // working days ago that it was filed
	minutes int    // working minutes before that
}

// plots fill every corner of the desk: about sixty requests.
func plots() []plot {
	list := []plot{
		{0, "", 0, 20}, {0, "", 0, 55}, {0, "", 0, 90}, {0, "", 0, 160}, {0, "comment", 0, 200},
		{0, "", 1, 0}, {0, "escalate", 2, 30}, {0, "escalate", 3, 60},
		{1, "", 0, 30}, {1, "", 0, 80}, {1, "", 0, 140}, {1, "", 0, 210}, {1, "", 1, 20}, {1, "comment", 0, 100}, {1, "escalate", 2, 10},
		{2, "", 0, 40}, {2, "", 0, 70}, {2, "", 0, 110}, {2, "", 0, 150}, {2, "", 0, 190}, {2, "", 0, 230}, {2, "", 1, 45}, {2, "", 1, 120},
		{0, "return", 1, 10}, {1, "return", 2, 20}, {1, "return", 3, 0}, {0, "return", 4, 30},
		{1, "mend", 1, 60}, {1, "mend", 0, 240},
		{0, "reject", 6, 0}, {1, "reject", 9, 30}, {0, "cancel", 5, 15}, {1, "cancel", 12, 0}, {0, "expire", 24, 0},
	}
	for i := range 27 {
		list = append(list, plot{-1, "", 1 + i, 35 * (i % 9)})
	}
	return list
}

// deed is one thing that happens at a moment.
type deed struct {
	at time.Time
	do func() error
}

// cases lives through the history and all plots in the order of time, so that numbers of
// letters follow their dates.
func (v *Village) cases() error {
	services, err := v.app.FindRecordsByFilter("services", "active = true && kind != 'report'", "sort", 0, 0)
	if err != nil {
		return err
	}
	deeds, err := v.history()
	if err != nil {
		return err
	}
	for i, plot := range plots() {
		plan, err := v.stage(i, plot, services)
		if err != nil {
			return err
		}
		deeds = append(deeds, plan...)
	}
	slices.SortStableFunc(deeds, func(a, b deed) int { return a.at.Compare(b.at) })
	for _, deed := range deeds {
		if err := deed.do(); err != nil {
			return fmt.Errorf("demo: %w", err)
		}
	}
	return nil
}

// stage casts one request: who, which service, and when each hand moves.
func (v *Village) stage(i int, plot plot, services []*core.Record) ([]deed, error) {
	service := services[(i*5)%len(services)]
	def, problems := definition.FromFields(service.Get)
	if len(problems) > 0 {
		return nil, problems[0].Fault
	}
	p := v.castFor(def, i)
	if p == nil {
		return nil, fmt.Errorf("nobody in the village can ask for %s", def.Key)
	}
	request := fmt.Sprintf("demorequest%04d", i)
	filed := v.workingAgo(plot.days, plot.minutes)
	at := filed
	deeds := []deed{{filed, func() error { return v.file(request, service, def, p, filed) }}}
	steps := plot.forward
	if steps < 0 || steps >= len(def.Steps) {
		steps = len(def.Steps)
		if plot.forward >= 0 {
			steps--
		}
	}
	for _, step := range def.Steps[:steps] {
		at = v.later(at, 18+v.fate.IntN(60))
		when := at
		deeds = append(deeds, deed{when, func() error { return v.act(request, step.Action, v.who(step.Role, p), when, "", "") }})
	}
	return append(deeds, v.ending(request, plot, def, steps, p, at)...), nil
}

func (v *Village) ending(request string, plot plot, def *definition.Definition, steps int, p *person, at time.Time) []deed {
	if plot.then == "" {
		return nil
	}
	next := v.later(at, 25)
	by := v.who(def.Steps[min(steps, len(def.Steps)-1)].Role, p)
	do := func(action string, by *core.Record, at time.Time, reason, note string) deed {
		return deed{at, func() error { return v.act(request, action, by, at, reason, note) }}
	}
	toMend := do("return", by, next, "unreadable_document", "Foto KTP kurang jelas. Mohon foto ulang di tempat yang terang, semua sudut terlihat.")
	switch plot.then {
	case "return":
		return []deed{toMend}
	case "mend":
		return []deed{toMend, do("resubmit", v.applicant(p), v.later(next, 30), "", "Sudah saya foto ulang. Terima kasih.")}
	case "expire":
		return []deed{toMend, do("expire", nil, v.workingAgo(1, 0), "", "")}
	case "reject":
		return []deed{do("reject", by, next, "not_our_authority", "Keperluan ini ditangani Disdukcapil. Silakan mengurus langsung di Mal Pelayanan Publik.")}
	case "cancel":
		return []deed{do("cancel", v.applicant(p), next, "", "")}
	case "comment":
		return []deed{do("comment", by, next, "", "Data sudah kami cek di lapangan.")}
	}
	return []deed{do("escalate", nil, v.workingAgo(0, 5), "", "")}
}

// castFor finds someone whom the service is for: mostly people with a login,
// and now and then the person of the tour.
func (v *Village) castFor(def *definition.Definition, i int) *person {
	if i%9 == 1 && v.suits(def, v.first) {
		return v.first
	}
	var candidates []*person
	for _, p := range v.people {
		if (v.accounts[p.id] != nil) == (i%5 != 4) && v.suits(def, p) {
			candidates = append(candidates, p)
		}
	}
	if len(candidates) == 0 {
		return nil
	}
	return candidates[i*7%len(candidates)]
}

func (v *Village) suits(def *definition.Definition, p *person) bool {
	if def.Key == "marriage-muslim" && p.religion != "Islam" {
		return false
	}
	grownUp := v.fate.today.Year()-p.birth.Year() >= 19
	return grownUp && def.Subject.Check(p.sex, p.marital, p.role, p.birth, v.fate.today) == nil
}

func (v *Village) who(role string, p *person) *core.Record {
	switch role {
	case "hamlet_head":
		return v.officers[headOf(p.house.hamlet)]
	case "secretary":
		return v.officers["sekdes"]
	case "village_head":
		return v.officers["perbekel"]
	}
	return v.officers["petugas"]
}

// applicant acts for themselves, or through the desk without a login.
func (v *Village) applicant(p *person) *core.Record {
	if account := v.accounts[p.id]; account != nil {
		return account
	}
	return v.officers["petugas"]
}

func (v *Village) file(id string, service *core.Record, def *definition.Definition, p *person, at time.Time) error {
	answers := v.answersTo(def, p)
	attachments := map[string]any{}
	for _, requirement := range def.Needed(answers) {
		if requirement.Optional {
			continue
		}
		document, err := v.paper(p, requirement)
		if err != nil {
			return err
		}
		attachments[requirement.Key] = []string{document.Id}
	}
	fields := map[string]any{"id": id, "service": service.Id, "resident": p.id, "answers": answers, "attachments": attachments,
		"submitted_at": at.UTC().Truncate(time.Millisecond), "channel": "self"}
	if account := v.accounts[p.id]; account != nil {
		fields["account"] = account.Id
	} else {
		fields["channel"], fields["filed_by"] = "counter", v.officers["loket"].Id
	}
	_, err := v.save("requests", fields)
	if err != nil {
		return fmt.Errorf("%s: %w", def.Key, err)
	}
	return nil
}

// paper is a person's document of a kind: scanned once, used again.
func (v *Village) paper(p *person, requirement definition.Requirement) (*core.Record, error) {
	key := p.id + requirement.Key
	if kept := v.papers[key]; kept != nil {
		return kept, nil
	}
	file, err := scan(requirement.Key, requirement.Key != "ktp")
	if err != nil {
		return nil, err
	}
	fields := map[string]any{"resident": p.id, "kind": requirement.Key, "name": requirement.Name, "file": file}
	if account := v.accounts[p.id]; account != nil {
		fields["account"] = account.Id
	} else {
		fields["officer"] = v.officers["loket"].Id
	}
	document, err := v.save("documents", fields)
	v.papers[key] = document
	return document, err
}

func (v *Village) act(request, action string, by *core.Record, at time.Time, reason, note string) error {
	fields := map[string]any{"request": request, "action": action, "reason": reason, "note": note,
		"at": at.UTC().Truncate(time.Millisecond), "actor_kind": "system"}
	if by != nil {
		fields["actor"] = by.Id
		fields["actor_kind"] = map[string]string{"accounts": "resident", "officers": "officer"}[by.Collection().Name]
	}
	if _, err := v.save("request_events", fields); err != nil {
		return fmt.Errorf("%s of %s: %w", action, request, err)
	}
	return nil
}

// workingAgo goes back so many of the office's days and minutes from now.
func (v *Village) workingAgo(days, minutes int) time.Time {
	wanted := days*480 + minutes + 1
	back := v.fate.today
	for v.clock.Between(back, v.fate.today) < wanted {
		back = back.Add(-7 * time.Minute)
	}
	return back
}

// later is so many working minutes on, but never after now.
func (v *Village) later(at time.Time, minutes int) time.Time {
	next := v.clock.AddMinutes(at, minutes)
	if next.After(v.fate.today) {
		return at.Add(v.fate.today.Sub(at) / 2)
	}
	return next
}

// revocations voids two of the issued letters: one for good, one for another.
func (v *Village) revocations() error {
	letters, err := v.app.FindRecordsByFilter("letters", "id != ''", "serial", 2, 4)
	if err != nil {
		return err
	}
	for i, letter := range letters {
		fields := map[string]any{"letter": letter.Id, "kind": "revoked", "reason": "Diterbitkan dua kali untuk keperluan yang sama.",
			"actor_kind": "officer", "actor": v.officers["perbekel"].Id, "actor_name": v.officers["perbekel"].GetString("name")}
		if i == 1 {
			fields["kind"], fields["reason"] = "replaced", "Alamat pemohon diperbaiki sesuai kartu keluarga baru."
		}
		if _, err := v.save("letter_revocations", fields); err != nil {
			return err
		}
	}
	return nil
}
