package definition

import "slices"

// CompleteReport gives a category of reports what every category needs and an
// admin need not write: the questions what, where, when and who may know, the
// photos, the two steps and the promise of its class. What is there already
// stays as it is. It tells whether it added anything.
func (d *Definition) CompleteReport() bool {
	if d.Kind != Report || d.Report == nil {
		return false
	}
	added := false
	add := func(missing bool, put func()) {
		if missing {
			put()
			added = true
		}
	}
	add(d.Field(FieldWhat) == nil, func() { d.Form = slices.Insert(d.Form, 0, pageWhat()) })
	add(d.Report.Place != "none" && d.Field(FieldPlace) == nil, func() { d.Form = append(d.Form, pagePlace(d.Report.Place)) })
	add(d.Field(FieldDay) == nil, func() { d.Form = append(d.Form, pageWhen()) })
	add(d.Field(FieldIdentity) == nil, func() { d.Form = append(d.Form, pageIdentity(d.Report.Identities)) })
	add(slices.Contains(d.Report.Identities, IdentityHandlerOnly) && d.Field(FieldConcerns) == nil, d.askWhomItConcerns)
	add(d.Report.Place != "none" && !slices.ContainsFunc(d.Requirements, func(r Requirement) bool { return r.Key == PaperPhotos }), func() {
		d.Requirements = append(d.Requirements, Requirement{Key: PaperPhotos, Name: "Foto", NameEN: "Photos", Optional: true,
			Note:   "Satu atau beberapa foto membantu petugas. Tempat pengambilan dihapus dari foto. Hindari wajah orang dan nomor kendaraan.",
			NoteEN: "One or more photos help. Where a photo was made is taken out of it. Avoid faces and number plates."})
	})
	add(len(d.Steps) == 0, func() { d.Steps = reportSteps() })
	add(d.Promise == Duration{} && classDays[d.Report.Class] > 0, func() { d.Promise = Duration{classDays[d.Report.Class], "days"} })
	return added
}

func limit(n float64) *float64 { return &n }

func pageWhat() Page {
	return Page{Key: "what", Title: "Apa yang terjadi?", TitleEN: "What is the matter?", Fields: []Field{{
		Key: FieldWhat, Type: "textarea", Required: true, Min: limit(10), Max: limit(2000),
		Label: "Ceritakan singkat", LabelEN: "Describe it briefly",
		Hint:   "Tulis apa yang Anda lihat dan sejak kapan. Tidak perlu menulis nama orang, NIK, atau nomor HP.",
		HintEN: "Write what you see and since when. There is no need for names, NIKs or phone numbers."}}}
}

func pagePlace(need string) Page {
	return Page{Key: "place", Title: "Di mana?", TitleEN: "Where is it?", Fields: []Field{{
		Key: FieldPlace, Type: "place", Required: need == "required",
		Label: "Tempat kejadian", LabelEN: "The place",
		Hint:   "Tulis dengan kata-kata dan pilih banjarnya, atau tunjuk di peta. Salah satu sudah cukup.",
		HintEN: "Say it in words and choose the banjar, or point at the map. Either is enough."}}}
}

func pageWhen() Page {
	return Page{Key: "when", Title: "Kapan?", TitleEN: "When?", Fields: []Field{
		{Key: FieldDay, Type: "date", Max: limit(0), Label: "Hari terjadi atau terlihat", LabelEN: "The day it happened or was seen",
			Hint: "Kosongkan bila tidak ingat.", HintEN: "Leave it empty if you do not remember."},
		{Key: FieldHour, Type: "time", Label: "Kira-kira pukul", LabelEN: "At about", When: []Condition{{Field: FieldDay, Filled: isFilled()}}},
	}}
}

func isFilled() *bool { yes := true; return &yes }

var identityWords = map[string]Option{
	IdentityShown: {Label: "Nama saya boleh tampil disingkat, misalnya “W*** S***”",
		LabelEN: "My name may be shown shortened, such as “W*** S***”"},
	IdentityHidden: {Label: "Nama saya tidak ditampilkan; hanya kantor desa yang tahu",
		LabelEN: "My name is not shown; only the village office knows"},
	IdentityHandlerOnly: {Label: "Rahasia: hanya petugas yang menangani yang tahu siapa saya",
		LabelEN: "Confidential: only the officer who handles it knows who I am"},
}

const identityTitle = "Nama Anda"

func pageIdentity(identities []string) Page {
	field := Field{Key: FieldIdentity, Type: "choice", Required: true, Label: "Siapa yang boleh tahu nama Anda?", LabelEN: "Who may know your name?"}
	for _, identity := range identities {
		option := identityWords[identity]
		option.Value = identity
		field.Options = append(field.Options, option)
	}
	return Page{Key: "identity", Title: identityTitle, TitleEN: "Your name", Fields: []Field{field}}
}

// askWhomItConcerns puts the question before that of the identity: what it is
// about decides what it means to be named.
func (d *Definition) askWhomItConcerns() {
	field := Field{Key: FieldConcerns, Type: "choices", Label: "Apakah laporan ini tentang orang kantor sendiri?", LabelEN: "Is this about people of the office itself?",
		Hint:   "Kosongkan bila tidak. Yang Anda pilih tidak dapat membuka laporan ini; orang lain yang menanganinya, dan laporan ini menjadi rahasia.",
		HintEN: "Leave it empty if not. Those you choose cannot open this report; somebody else handles it, and it becomes confidential."}
	for _, post := range Concerns {
		option := concernsWords[post]
		option.Value = post
		field.Options = append(field.Options, option)
	}
	for i, page := range d.Form {
		if at := slices.IndexFunc(page.Fields, func(f Field) bool { return f.Key == FieldIdentity }); at >= 0 {
			d.Form[i].Fields = slices.Insert(page.Fields, at, field)
			if page.Title == identityTitle {
				d.Form[i].Title, d.Form[i].TitleEN = "Kerahasiaan", "Confidentiality"
			}
		}
	}
}

var concernsWords = map[string]Option{
	"officer":      {Label: "Petugas kantor", LabelEN: "Officers at the desk"},
	"secretary":    {Label: "Sekretaris", LabelEN: "The secretary"},
	"village_head": {Label: "Perbekel, lurah, atau kepala desa", LabelEN: "The head of the village"},
	"hamlet_head":  {Label: "Kelian banjar atau kepala lingkungan", LabelEN: "A hamlet head"},
}

func reportSteps() []Step {
	return []Step{
		{Key: "first", Name: "Tanggapan pertama", NameEN: "First answer", Role: "officer", Action: "approve", Time: Duration{1, "days"}},
		{Key: "handling", Name: "Penanganan", NameEN: "Handling", Role: "officer", Action: "resolve", Time: Duration{5, "days"}},
	}
}
