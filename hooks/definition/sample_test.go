package definition

import (
	"encoding/json"
	"testing"
)

// sample is a small letter that uses every part of the language.
const sample = `{
 "key":"home-visit","name":"Surat Kunjungan","name_en":"Visit letter","kind":"letter","active":true,"self_service":true,
 "summary":"s","summary_en":"s","product":"p","product_en":"p","category":"residence","sort":3,
 "requirements":[
  {"key":"ktp","name":"KTP","name_en":"Identity card"},
  {"key":"lease","name":"Surat sewa","name_en":"Lease","when":[{"field":"home","is":["rent"]}]},
  {"key":"photo","name":"Foto","name_en":"Photo","optional":true}],
 "form":[
  {"key":"home","title":"Rumah","title_en":"Home","fields":[
   {"key":"home","label":"Status rumah","label_en":"Home","type":"choice","required":true,"options":[
     {"value":"own","label":"Milik","label_en":"Own"},{"value":"rent","label":"Sewa","label_en":"Rent"}]},
   {"key":"owner","label":"Nama pemilik","label_en":"Owner's name","type":"text","required":true,"min":3,"when":[{"field":"home","is":["rent"]}]},
   {"key":"rent","label":"Sewa per bulan","label_en":"Monthly rent","type":"money","min":1,"when":[{"field":"home","not":["own"]}]}]},
  {"key":"about","title":"Tentang","title_en":"About","fields":[
   {"key":"since","label":"Sejak tanggal","label_en":"Since","type":"date","required":true,"max":0},
   {"key":"hour","label":"Pukul","label_en":"Hour","type":"time"},
   {"key":"story","label":"Cerita","label_en":"Story","type":"textarea"},
   {"key":"weight","label":"Berat","label_en":"Weight","type":"number","min":0.5,"max":3000},
   {"key":"phone","label":"Telepon","label_en":"Phone","type":"phone"},
   {"key":"nik","label":"NIK tamu","label_en":"Guest's NIK","type":"nik"},
   {"key":"child","label":"Anak","label_en":"Child","type":"member"},
   {"key":"pets","label":"Ada hewan","label_en":"Pets","type":"yesno","required":true},
   {"key":"kinds","label":"Jenis hewan","label_en":"Kinds","type":"choices","max":2,"when":[{"field":"pets","is":["yes"]}],"options":[
     {"value":"dog","label":"Anjing","label_en":"Dog"},{"value":"cat","label":"Kucing","label_en":"Cat"},{"value":"hen","label":"Ayam","label_en":"Hen"}]}]},
  {"key":"guests","title":"Tamu","title_en":"Guests","when":[{"field":"kinds","filled":false}],"fields":[
   {"key":"guests","label":"Tamu","label_en":"Guest","type":"rows","max":3,"columns":[
     {"key":"name","label":"Nama","label_en":"Name","type":"text","required":true},
     {"key":"age","label":"Umur","label_en":"Age","type":"number"}]}]}],
 "steps":[
  {"key":"hamlet","name":"Kelian","name_en":"Hamlet head","role":"hamlet_head","action":"approve","time":{"amount":2,"unit":"hours"}},
  {"key":"sign","name":"Tanda tangan","name_en":"Signature","role":"village_head","action":"sign","time":{"amount":4,"unit":"hours"}}],
 "subject":{"sex":"P","marital_status":["kawin"],"family_role":["istri"],"min_age":17},
 "promise":{"amount":1,"unit":"days"},"fee":0,"standard":{"requirements":"KTP"},
 "template":"<p>Menerangkan {{resident.name}}</p>","letter_title":"","number_pattern":"{code}/{serial:3}/{office}/{month}/{year}",
 "classification_code":"400.12.2.1","series":"office","paper":"F4","holder_signs":false,"validity":{"amount":1,"unit":"months"}
}`

// broken is the sample with one value changed, removed (nil) or added, named by
// the way to it: broken(t, "steps", 1, "role", "mayor").
func broken(t *testing.T, way ...any) []byte {
	t.Helper()
	var whole any
	if err := json.Unmarshal([]byte(sample), &whole); err != nil {
		t.Fatal(err)
	}
	last := len(way) - 1
	here := whole
	for i, step := range way[:last-1] {
		switch step := step.(type) {
		case string:
			here = here.(map[string]any)[step]
		case int:
			here = here.([]any)[step]
		}
		if here == nil {
			t.Fatalf("no way to %v", way[:i+1])
		}
	}
	switch step := way[last-1].(type) {
	case string:
		if way[last] == nil {
			delete(here.(map[string]any), step)
		} else {
			here.(map[string]any)[step] = way[last]
		}
	case int:
		here.([]any)[step] = way[last]
	}
	data, err := json.Marshal(whole)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func sound(t *testing.T) *Definition {
	t.Helper()
	d, problems := Parse([]byte(sample))
	for _, p := range append(problems, checked(d)...) {
		t.Fatalf("the sample is unsound: %s", p.Fault.In("en"))
	}
	return d
}

func checked(d *Definition) []Problem {
	if d == nil {
		return nil
	}
	return d.Check()
}
