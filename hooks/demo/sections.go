package demo

import "mdesa/hooks/definition"

// handlers are the sections that handle some categories of reports; without one,
// whoever sits at the desk does.
var handlers = map[string]string{
	"report-waste": "kasi_pelayanan", "report-light": "kasi_pelayanan", "report-tree": "kasi_pelayanan",
	"report-road": "kaur_perencanaan", "report-drain": "kaur_perencanaan",
}

// sections puts the desk officer into them: a small office, where one wears many hats.
func (v *Village) sections() error {
	var mine []string
	for category, key := range handlers {
		unit, err := v.app.FindFirstRecordByData("units", "key", key)
		if err != nil {
			return err
		}
		mine = append(mine, unit.Id)
		service, err := v.app.FindFirstRecordByData("services", "key", category)
		if err != nil {
			return err
		}
		var steps []definition.Step
		if err := service.UnmarshalJSONField("steps", &steps); err != nil {
			return err
		}
		for i := range steps {
			if steps[i].Key == "handling" && steps[i].Role == "officer" {
				steps[i].Unit = key
			}
		}
		service.Set("steps", steps)
		if err := v.app.Save(service); err != nil {
			return err
		}
	}
	officer := v.officers["petugas"]
	officer.Set("units", mine)
	return v.app.Save(officer)
}
