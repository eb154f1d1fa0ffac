package demo

import (
	"github.com/pocketbase/dbx"

	"mdesa/hooks/definition"
)

// homeOfHead is the family in which a hamlet's head lives: one of the later
// ones, whose people have no login.
func homeOfHead(hamlet int) int { return 12*len(hamletNames) + hamlet }

// settleHead gives the head of a family the name of the head of their hamlet,
// before anything is written about them.
func settleHead(number int, h *house) {
	if number != homeOfHead(h.hamlet) {
		return
	}
	head := h.people[0]
	for _, p := range h.people {
		if p.father == head.name {
			p.father = headNames[h.hamlet]
		}
	}
	head.name = headNames[h.hamlet]
}

// kin links officers to the register, so that nobody decides for their own: the
// hamlet heads, and the desk officer, whose husband waits for the desk. The
// secretary lives elsewhere. The counter's trainee, in office for two more
// weeks, is left to link: the admin's home page asks for it.
func (v *Village) kin() error {
	for _, p := range v.people {
		if p.role == "kepala keluarga" && p.name == headNames[p.house.hamlet] {
			if err := v.set(headOf(p.house.hamlet), "resident", p.id); err != nil {
				return err
			}
		}
	}
	if err := v.wifeAtTheDesk(); err != nil {
		return err
	}
	for _, away := range []string{"sekdes", "perbekel"} {
		if err := v.set(away, "lives_elsewhere", true); err != nil {
			return err
		}
	}
	return v.set("loket", "term_until", v.day(14))
}

// wifeAtTheDesk makes the desk officer the wife of somebody with a login, and
// brings a request of his to the desk: she sees it, another officer has to decide.
func (v *Village) wifeAtTheDesk() error {
	for _, wife := range v.people {
		husband := wife.house.people[0]
		if wife.role != "istri" || wife.religion != "Hindu" || husband == v.first || v.accounts[husband.id] == nil || v.asksForThemselves(wife) {
			continue
		}
		name := v.officers["petugas"].GetString("name")
		_, err := v.app.DB().Update("residents", dbx.Params{"mother_name": name},
			dbx.HashExp{"household": wife.house.id, "mother_name": wife.name}).Execute()
		if err != nil {
			return err
		}
		wife.name = name
		if err := v.write(wife, dbx.Params{"name": name}); err != nil {
			return err
		}
		if err := v.waitsForTheDesk(husband); err != nil {
			return err
		}
		return v.set("petugas", "resident", wife.id)
	}
	return nil
}

// waitsForTheDesk files a request for a certificate of domicile and brings it to
// the desk officer.
func (v *Village) waitsForTheDesk(p *person) error {
	service, err := v.app.FindFirstRecordByData("services", "key", "domicile")
	if err != nil {
		return err
	}
	def, problems := definition.FromFields(service.Get)
	if len(problems) > 0 {
		return problems[0].Fault
	}
	const request = "demorequestkin0"
	at := v.workingAgo(0, 70)
	if err := v.file(request, service, def, p, at); err != nil {
		return err
	}
	for _, step := range def.Steps {
		if step.Role == "officer" {
			break
		}
		at = v.later(at, 20)
		if err := v.act(request, step.Action, v.who(step.Role, p), at, "", ""); err != nil {
			return err
		}
	}
	return nil
}

func (v *Village) asksForThemselves(p *person) bool {
	asked, err := v.app.CountRecords("requests", dbx.HashExp{"resident": p.id})
	return err != nil || asked > 0
}

// set changes one thing of an officer.
func (v *Village) set(username, field string, value any) error {
	v.officers[username].Set(field, value)
	return v.app.Save(v.officers[username])
}
