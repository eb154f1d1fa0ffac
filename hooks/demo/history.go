package demo

import (
	"fmt"
	"time"

	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
)

// usual is how often two services were asked for and completed in each of the
// months before this one: often enough to be told of in public.
var usual = map[string]int{"domicile": 8, "business": 7}

const monthsBefore = 3

// history are the finished requests of the months before, through the engine like
// all others.
func (v *Village) history() ([]deed, error) {
	var deeds []deed
	for back := monthsBefore; back >= 1; back-- {
		for _, key := range []string{"domicile", "business"} {
			service, err := v.app.FindFirstRecordByData("services", "key", key)
			if err != nil {
				return nil, err
			}
			for n := range usual[key] {
				plan, err := v.once(service, back, n)
				if err != nil {
					return nil, err
				}
				deeds = append(deeds, plan...)
			}
		}
	}
	return deeds, nil
}

// once is one of them, all the way to the signature; now and then it took longer
// than promised.
func (v *Village) once(service *core.Record, back, n int) ([]deed, error) {
	def, problems := definition.FromFields(service.Get)
	if len(problems) > 0 {
		return nil, problems[0].Fault
	}
	p := v.castFor(def, 11*back+3*n)
	if p == nil {
		return nil, fmt.Errorf("nobody in the village can ask for %s", def.Key)
	}
	here := v.fate.today.In(v.clock.Location())
	begin := time.Date(here.Year(), here.Month(), 1, 0, 0, 0, 0, v.clock.Location()).AddDate(0, -back, 0)
	filed := v.clock.AddMinutes(begin, 60+n*900+len(def.Key)*7)
	request := fmt.Sprintf("demobefore%s%d%02d", def.Key[:2], back, n)
	deeds := []deed{{filed, func() error { return v.file(request, service, def, p, filed) }}}
	at := filed
	for _, step := range def.Steps {
		minutes := 20 + (n*37+back*11)%70
		if n == 4 {
			minutes += 240
		}
		at = v.clock.AddMinutes(at, minutes)
		when := at
		deeds = append(deeds, deed{when, func() error { return v.act(request, step.Action, v.who(step.Role, p), when, "", "") }})
	}
	return deeds, nil
}
