package matrix_test

import (
	"fmt"

	"mdesa/hooks/apptest"
)

// registeredAgain is a registration that somebody sent for Wayan, who has a login.
func (a archive) registeredAgain() string {
	a.t.Helper()
	code := a.Do("POST", "/api/accounts/register", registrationForm(a.Wayan.GetString("nik")), apptest.Guest).Want(200).JSON()["code"].(string)
	record, err := a.FindFirstRecordByData("registrations", "code", code[:4]+code[5:])
	if err != nil {
		a.t.Fatal(err)
	}
	return record.Id
}

func registrationForm(nik string) apptest.Form {
	return apptest.Form{
		Fields: map[string]string{"nik": nik, "kk": "5171041202080001", "name": "I Wayan Sukarta", "birth_date": "1990-05-17",
			"password": "padi-laut-biru", "device": "telepon-milik-wayan"},
		Files: []apptest.File{{Field: "photo", Name: "ktp.png", Body: logoPNG}},
	}
}

// logoPNG is as small as a picture can be.
var logoPNG = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89")

// askedToCare is what Wayan asked for: to act for Nyoman of Banjar Kelod, who is
// no elder.
func (a archive) askedToCare() string {
	a.t.Helper()
	return a.Do("POST", "/api/me/representations", map[string]any{
		"nik": a.Nyoman.GetString("nik"), "name": a.Nyoman.GetString("name"), "ground": "elder"}, a.Resident).
		Want(200).JSON()["items"].([]any)[0].(map[string]any)["id"].(string)
}

// joining are the routes by which residents come to a login and act for others.
// Every decision is asked for in a way that the register refuses in the end, so
// that all actors meet the same village.
func (a archive) joining() []route {
	registration := "/api/accounts/registrations/" + a.existing["registrations"]
	representation := "/api/accounts/representations/" + a.existing["representations"]
	return []route{
		{name: "register", method: "POST", path: "/api/accounts/register", body: registrationForm("each")},
		{name: "status of a registration", method: "POST", path: "/api/accounts/register/status", body: map[string]any{"code": a.codeOf(), "last4": "0001"}},
		{name: "is there mail", method: "GET", path: "/api/accounts/recover"},
		{name: "lost password", method: "POST", path: "/api/accounts/recover", body: map[string]any{"nik": "each"}},
		{name: "set an e-mail, no mail", method: "POST", path: "/api/accounts/email", body: map[string]any{"email": "a@contoh.example", "password": apptest.Password}},
		{name: "confirm it, no code", method: "POST", path: "/api/accounts/email/confirm", body: map[string]any{"code": "AAAA-AAAA"}},
		{name: "drop it", method: "DELETE", path: "/api/accounts/email"},
		{name: "registrations", method: "GET", path: "/api/accounts/registrations?tab=likely"},
		{name: "one", method: "GET", path: registration},
		{name: "its photo", method: "GET", path: registration + "/photo"},
		{name: "confirm, not replacing", method: "POST", path: registration + "/confirm", body: map[string]any{}},
		{name: "refuse without a reason", method: "POST", path: registration + "/refuse", body: map[string]any{}},
		{name: "for whom I may file", method: "GET", path: "/api/requests/applicants"},
		{name: "my carers", method: "GET", path: "/api/me/representations"},
		{name: "end what is not mine", method: "POST", path: "/api/me/representations/nosuchrecord000/end"},
		{name: "carers", method: "GET", path: "/api/accounts/representations?state=asked"},
		{name: "confirm a carer of none old", method: "POST", path: representation + "/confirm", body: map[string]any{}},
		{name: "set one without numbers", method: "POST", path: "/api/accounts/representations", body: map[string]any{"ground": "elder"}},
		{name: "end a carer that is none", method: "POST", path: "/api/accounts/representations/nosuchrecord000/end", body: map[string]any{}},
	}
}

func (a archive) codeOf() string {
	return a.Found("registrations", a.existing["registrations"]).GetString("code")
}

// ofEach gives every actor a NIK of their own where tries are counted by it.
func ofEach(body any, nth int) any {
	nik := fmt.Sprint("517104170590", 1000+nth)
	switch body := body.(type) {
	case map[string]any:
		if body["nik"] != nil {
			return with(body, map[string]any{"nik": nik})
		}
	case apptest.Form:
		if body.Fields["nik"] == "each" {
			return registrationForm(nik)
		}
	}
	return body
}
