package accounts

import (
	"crypto/sha256"
	"encoding/hex"
	"net/mail"
	"slices"
	"strings"
	"time"

	"github.com/gabriel-vasile/mimetype"
	"github.com/pocketbase/pocketbase/core"

	"mdesa/hooks/definition"
	"mdesa/hooks/fault"
	"mdesa/hooks/office"
	"mdesa/hooks/web"
)

var (
	errForm = fault.New(fault.Invalid, "registration.form",
		"Ada isian yang perlu diperbaiki. Isian lain tetap tersimpan.",
		"Some answers need mending. The others are kept.")
	errPhoto = fault.New(fault.Invalid, "registration.photo",
		"Ambil foto KTP: berkas JPEG, PNG atau HEIC, paling besar 3 MB.",
		"Take a photo of the identity card: a JPEG, PNG or HEIC file of at most 3 MB.")
	errMailForm = fault.New(fault.Invalid, "account.mail_form",
		"Alamat e-mail ini belum benar. Tulis seperti nama@contoh.id.",
		"This e-mail address is not right yet. Write it like name@example.com.")
)

const (
	largestPhoto = 3 << 20                // bytes, as in the migration; the page sends less
	largestForm  = largestPhoto + 200<<10 // with what is typed
)

// registrationForm is what somebody typed, tidied.
type registrationForm struct {
	NIK       string `json:"nik" form:"nik"`
	KK        string `json:"kk" form:"kk"`
	Name      string `json:"name" form:"name"`
	BirthDate string `json:"birth_date" form:"birth_date"` // YYYY-MM-DD
	Email     string `json:"email" form:"email"`
	Phone     string `json:"phone" form:"phone"`
	Language  string `json:"language" form:"language"`
	Password  string `json:"password" form:"password"`
	Device    string `json:"device" form:"device"` // a secret that the browser keeps
	photo     []byte
}

// device is what is kept of the browser's secret; without one, something that no
// other registration has.
func (f registrationForm) device() string {
	if len(f.Device) < 16 {
		f.Device = core.GenerateDefaultRandomId() + core.GenerateDefaultRandomId()
	}
	sum := sha256.Sum256([]byte(f.NIK + "\n" + f.Device))
	return hex.EncodeToString(sum[:])
}

// questions are the form's; they are checked as those of any service are.
func questions() *definition.Definition {
	zero, longest, oldest := 0.0, 150.0, -120*365.25
	return &definition.Definition{Form: []definition.Page{{Key: "registration", Fields: []definition.Field{
		{Key: "nik", Type: "nik", Label: "NIK", LabelEN: "NIK", Required: true},
		{Key: "kk", Type: "nik", Label: "Nomor KK", LabelEN: "KK number", Required: true},
		{Key: "name", Type: "text", Label: "Nama lengkap", LabelEN: "Full name", Required: true, Max: &longest},
		{Key: "birth_date", Type: "date", Label: "Tanggal lahir", LabelEN: "Date of birth", Required: true, Min: &oldest, Max: &zero},
		{Key: "phone", Type: "phone", Label: "Nomor HP", LabelEN: "Phone number"},
	}}}}
}

// readRegistration tells at once what cannot be right: none of it says anything
// about the register.
func readRegistration(e *core.RequestEvent) (registrationForm, error) {
	var form registrationForm
	if err := e.BindBody(&form); err != nil {
		return form, errForm.Because(err)
	}
	today, _ := time.Parse(time.DateOnly, office.Today(e.App))
	answers := map[string]any{"nik": form.NIK, "kk": form.KK, "name": form.Name, "birth_date": form.BirthDate, "phone": form.Phone}
	clean, wrong := questions().CheckAnswers(answers, today)
	problems := errForm
	for key, problem := range wrong {
		problems = problems.At(key, problem)
	}
	form.NIK, form.KK, form.Name = written(clean, "nik"), written(clean, "kk"), written(clean, "name")
	form.BirthDate, form.Phone = written(clean, "birth_date"), written(clean, "phone")
	if weak := weakFor(e.App, form); weak != nil {
		problems = problems.At("password", weak)
	}
	var ok bool
	if form.Email, ok = readMail(form.Email); !ok {
		problems = problems.At("email", errMailForm)
	}
	var err error
	if form.photo, err = readPhoto(e); err != nil {
		problems = problems.At("photo", errPhoto.Because(err))
	}
	if form.Language != "en" {
		form.Language = "id"
	}
	if len(problems.Fields) > 0 {
		return form, problems
	}
	return form, nil
}

// weakFor holds the password against the same rules as one that is set later.
func weakFor(app core.App, form registrationForm) *fault.Fault {
	collection, err := app.FindCachedCollectionByNameOrId("accounts")
	if err != nil {
		return errWeak.Because(err)
	}
	login := core.NewRecord(collection)
	login.Set("nik", form.NIK)
	login.Set("name", form.Name)
	return passwordFault(login, form.Password)
}

func written(answers map[string]any, key string) string {
	text, _ := answers[key].(string)
	return text
}

// readMail takes an address without a name around it; none at all is fine.
func readMail(typed string) (address string, ok bool) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", true
	}
	parsed, err := mail.ParseAddress(typed)
	if err != nil || parsed.Address != typed || len(typed) > 200 || strings.ContainsAny(typed, "\r\n") {
		return "", false
	}
	return typed, true
}

// photoTypes by content, as in the migration.
var photoTypes = []string{"image/jpeg", "image/png", "image/heic", "image/heif"}

// readPhoto looks at the content, not the name, and takes out of it where it was made.
func readPhoto(e *core.RequestEvent) ([]byte, error) {
	files, err := e.FindUploadedFiles("photo")
	if err != nil {
		return nil, err
	}
	if len(files) != 1 {
		return nil, errPhoto
	}
	content, err := web.ReadUpload(files[0], largestPhoto)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(photoTypes, mimetype.Detect(content).String()) {
		return nil, errPhoto
	}
	web.WipePosition(content)
	return content, nil
}
