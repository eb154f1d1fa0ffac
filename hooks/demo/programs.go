package demo

import (
	"fmt"
	"time"

	"github.com/pocketbase/dbx"
	"github.com/pocketbase/pocketbase/core"
	"github.com/pocketbase/pocketbase/tools/filesystem"
	"github.com/pocketbase/pocketbase/tools/types"
)

// programs fills what the hamlets ask for and what is built of it: a road from
// the meeting that asked for it to the line that pays it and the photos of it.
func (v *Village) programs() error {
	asked := map[string]*core.Record{}
	for _, p := range demoProposals {
		record, err := v.propose(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.key, err)
		}
		asked[p.key] = record
	}
	for _, p := range demoPrograms {
		if err := v.program(p, asked); err != nil {
			return fmt.Errorf("%s: %w", p.title, err)
		}
	}
	return nil
}

// propose files a proposal, gives it its supports, and decides on it.
func (v *Village) propose(p demoProposal) (*core.Record, error) {
	fields := map[string]any{"title": p.title, "need": p.need, "hamlet": v.hamlets[p.hamlet].Id, "field": p.field, "place": p.place,
		"point": types.GeoPoint{Lat: p.lat, Lon: p.lon}, "cost": p.cost, "origin": "meeting"}
	neighbours := v.loginsOf(p.hamlet)
	if p.meeting {
		minutes, err := filesystem.NewFileFromBytes([]byte(emptyPaper), "berita-acara.pdf")
		if err != nil {
			return nil, err
		}
		fields["minutes"], fields["meeting_on"] = minutes, v.daysAgo(p.days)
		fields["officer"] = v.officers[headOf(p.hamlet)].Id
	} else {
		fields["origin"], fields["account"] = "resident", neighbours[0].Id
		neighbours = neighbours[1:]
	}
	record, err := v.save("proposals", fields)
	if err != nil {
		return nil, err
	}
	for _, who := range neighbours[:min(p.supports, len(neighbours))] {
		if _, err := v.save("proposal_supports", map[string]any{"proposal": record.Id, "account": who.Id}); err != nil {
			return nil, err
		}
	}
	if record, err = v.app.FindRecordById("proposals", record.Id); err != nil || p.state == "" {
		return record, err
	}
	year := 0
	if p.state == "accepted" {
		year = v.fate.today.Year() + p.year
	}
	record.Load(map[string]any{"state": p.state, "reason": p.reason, "year": year, "decided_by": v.officers["sekdes"].GetString("name") + ", Sekretaris Desa"})
	return record, v.app.Save(record)
}

// program starts a program of accepted proposals and brings it as far as it is.
func (v *Village) program(p demoProgram, asked map[string]*core.Record) error {
	var proposals []string
	for _, key := range p.asked {
		proposals = append(proposals, asked[key].Id)
	}
	year := v.fate.today.Year() + p.year
	fields := map[string]any{"title": p.title, "title_en": p.titleEN, "goal": p.goal, "goal_en": p.goalEN, "kind": p.kind, "year": year, "activity": p.activity,
		"budget_line": v.lineOf(year, p.line), "proposals": proposals, "place": p.place, "point": types.GeoPoint{Lat: p.lat, Lon: p.lon},
		"starts_on": fmt.Sprintf("%d-%s", year, p.from), "ends_on": fmt.Sprintf("%d-%s", year, p.to),
		"owner": "Tim Pelaksana Kegiatan Desa", "cost": p.cost, "published": !p.draft}
	if p.hamlet >= 0 {
		fields["hamlet"] = v.hamlets[p.hamlet].Id
	}
	record, err := v.save("programs", fields)
	if err != nil {
		return err
	}
	for i, percent := range p.steps {
		who := map[string]any{"officer": v.officers["petugas"].Id, "by": v.officers["petugas"].GetString("name") + ", Kasi Pelayanan", "note": stepNotes[percent]}
		if err := v.milestone(record.Id, percent, v.daysAgo(40*(len(p.steps)-i)), p.photos, who); err != nil {
			return err
		}
	}
	if p.seen > 0 {
		head := v.officers[headOf(p.hamlet)]
		who := map[string]any{"officer": head.Id, "by": head.GetString("name") + ", " + head.GetString("title"), "waiting": true, "note": "Dilihat saat kerja bakti."}
		if err := v.milestone(record.Id, p.seen, v.daysAgo(2), true, who); err != nil {
			return err
		}
	}
	if p.stopped == "" {
		return nil
	}
	if record, err = v.app.FindRecordById("programs", record.Id); err != nil {
		return err
	}
	record.Load(map[string]any{"state": "stopped", "stopped_because": p.stopped})
	return v.app.Save(record)
}

func (v *Village) milestone(program string, percent int, on string, photo bool, fields map[string]any) error {
	fields["program"], fields["percent"], fields["on"] = program, percent, on
	if photo {
		picture, err := roadSite(percent)
		if err != nil {
			return err
		}
		fields["photos"], fields["photos_alt"] = picture, stepAlts[percent]
	}
	_, err := v.save("milestones", fields)
	return err
}

// lineOf is the id of a spending line, "" where that year has none.
func (v *Village) lineOf(year int, code string) (id string) {
	err := v.app.DB().NewQuery(`SELECT l.id FROM budget_lines l JOIN budgets b ON b.id = l.budget WHERE b.year = {:year} AND l.code = {:code}`).
		Bind(dbx.Params{"year": year, "code": code}).Row(&id)
	if err != nil {
		return ""
	}
	return id
}

// loginsOf are the accounts of a hamlet's people.
func (v *Village) loginsOf(hamlet int) (list []*core.Record) {
	for _, p := range v.people {
		if account := v.accounts[p.id]; account != nil && p.house.hamlet == hamlet && p.birth.AddDate(17, 0, 0).Before(v.fate.today) {
			list = append(list, account)
		}
	}
	return list
}

func (v *Village) daysAgo(days int) string {
	return v.fate.today.In(v.clock.Location()).AddDate(0, 0, -days).Format(time.DateOnly)
}

// emptyPaper is the smallest PDF that is one.
const emptyPaper = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" +
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
