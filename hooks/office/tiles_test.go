package office_test

import (
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/office"
)

const credit = "© kontributor OpenStreetMap https://www.openstreetmap.org/copyright"

func TestTheMapsPicturesComeFromOneServer(t *testing.T) {
	app := newApp(t)
	for address, ok := range map[string]bool{
		"": true, // a plain map
		"https://tile.openstreetmap.org/{z}/{x}/{y}.png":        true,
		"https://tiles.example:8443/{z}/{x}/{y}.png?key=a1-b_2": true,
		"http://127.0.0.1:9000/{z}/{x}/{y}.png":                 true, // one's own machine
		"http://tiles.example/{z}/{x}/{y}.png":                  false,
		"https://{z}.example/{x}/{y}.png":                       false, // which host?
		"https://{s}.tile.example/{z}/{x}/{y}.png":              false,
		"https://tiles.example/{z}/{x}.png":                     false,
		"https://tiles.example/{z}/{x}/{y}/{y}.png":             false,
		"https://me:secret@tiles.example/{z}/{x}/{y}.png":       false,
		"https://a;script-src*/{z}/{x}/{y}":                     false,
		"https://*/{z}/{x}/{y}":                                 false,
		"https://tiles.example; script-src *//{z}/{x}/{y}":      false,
		"https://tiles.example, https://b/{z}/{x}/{y}":          false,
		"//tiles.example/{z}/{x}/{y}.png":                       false,
		"data:{z}{x}{y}":                                        false,
	} {
		record := ownOffice(t, app.App)
		record.Set("tiles", address)
		record.Set("tiles_credit", credit)
		if err := app.App.Save(record); (err == nil) != ok {
			t.Errorf("%q: %v", address, err)
		}
	}
}

func TestTheMapsMakersAreNamed(t *testing.T) {
	app := apptest.New(t, register)
	body := map[string]any{"tiles": "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "map_zoom": 40}
	app.Do("PATCH", "/api/collections/office/records/"+office.ID, body, app.Admin).
		WantFault(400, "office.unsound")
	for field, want := range map[string]string{"tiles_credit": "office.tiles_credit", "map_zoom": "office.map_zoom"} {
		if key := app.Do("PATCH", "/api/collections/office/records/"+office.ID, body, app.Admin).FieldKey(field); key != want {
			t.Errorf("%s: %s", field, key)
		}
	}
	body["tiles_credit"], body["map_zoom"] = credit, 15
	app.Do("PATCH", "/api/collections/office/records/"+office.ID, body, app.Admin).Want(200)
}
