package privacy

import "slices"

// Purpose is something that the office may do with a resident's data only when
// they agreed to it. What a service needs is no matter of consent: it rests on
// the law (UU 27/2022 art. 20 (2) c and e).
type Purpose struct {
	Key     string `json:"key"`
	Version int    `json:"version"` // goes up with any change of the texts
	// An older version that asked for less and still counts for that: for messages
	// to a phone, for WhatsApp alone and no SMS. 0: none.
	Narrow  int    `json:"-"`
	Title   string `json:"title"`
	TitleEN string `json:"title_en"`
	Text    string `json:"text"` // the exact words that are agreed to
	TextEN  string `json:"text_en"`
}

// Keys of the purposes.
const (
	PhotoInNews   = "photo_news"
	NoticeByMail  = "notice_email"
	NoticeByPhone = "notice_whatsapp"
	NewsByPhone   = "news_whatsapp"
	HomeLocation  = "home_location"
)

// Purposes are all there are, in the order in which they are shown. A changed
// text needs a new version: a consent holds for the words that were read, so an
// older one no longer counts.
var Purposes = []Purpose{
	{
		// Version 1 named WhatsApp alone.
		Key: NoticeByPhone, Version: 2, Narrow: 1,
		Title: "Kabar permohonan lewat WhatsApp atau SMS", TitleEN: "Messages about my requests by WhatsApp or SMS",
		Text: "Saya setuju kantor mengirim kabar tentang permohonan dan laporan saya ke nomor HP saya: " +
			"lewat WhatsApp, atau lewat SMS bila WhatsApp tidak dapat dipakai. " +
			"Isi kabar: nomor tanda terima dan keadaannya, tanpa NIK.",
		TextEN: "I agree that the office sends news about my requests and reports to my phone number: " +
			"by WhatsApp, or by SMS where WhatsApp does not work. " +
			"It says the receipt code and where the request stands, without the NIK.",
	},
	{
		Key: NoticeByMail, Version: 1,
		Title: "Kabar permohonan lewat e-mail", TitleEN: "Messages about my requests by e-mail",
		Text: "Saya setuju kantor mengirim kabar tentang permohonan saya ke alamat e-mail saya. " +
			"Isi kabar: nomor tanda terima dan keadaannya, tanpa NIK.",
		TextEN: "I agree that the office sends news about my requests to my e-mail address. " +
			"It says the receipt code and where the request stands, without the NIK.",
	},
	{
		Key: NewsByPhone, Version: 1,
		Title: "Berita dan undangan kegiatan", TitleEN: "News and invitations",
		Text: "Saya setuju kantor mengirim berita dan undangan kegiatan desa ke nomor HP saya, " +
			"di luar kabar tentang permohonan saya.",
		TextEN: "I agree that the office sends village news and invitations to my phone number, " +
			"apart from messages about my requests.",
	},
	{
		Key: PhotoInNews, Version: 1,
		Title: "Foto saya di berita desa", TitleEN: "My photo in the village news",
		Text: "Saya setuju foto kegiatan yang memuat wajah saya ditampilkan di berita dan media sosial resmi kantor.",
		TextEN: "I agree that photos of activities in which I can be recognised are shown in the office's news " +
			"and its official social media.",
	},
	{
		Key: HomeLocation, Version: 1,
		Title: "Titik lokasi rumah", TitleEN: "Where my home is on the map",
		Text: "Saya setuju kantor menyimpan titik lokasi rumah saya pada peta, " +
			"supaya petugas mudah menemukan rumah saya untuk bantuan dan keadaan darurat.",
		TextEN: "I agree that the office keeps where my home is on the map, " +
			"so that officers find it easily for aid and in an emergency.",
	},
}

// PurposeByKey finds a purpose.
func PurposeByKey(key string) (Purpose, bool) {
	at := slices.IndexFunc(Purposes, func(p Purpose) bool { return p.Key == key })
	if at < 0 {
		return Purpose{}, false
	}
	return Purposes[at], true
}

// In is the text in a language: "en", or Indonesian for anything else.
func (p Purpose) In(language string) string {
	if language == "en" {
		return p.TextEN
	}
	return p.Text
}

// Holds tells whether a consent counts: the latest row of a purpose says yes,
// and it was said to the words that are shown today.
func (p Purpose) Holds(latestGiven bool, latestVersion int) bool {
	return latestGiven && (latestVersion == p.Version || p.HoldsNarrowly(latestVersion))
}

// HoldsNarrowly tells whether a yes to a version counts for less than is asked
// for today; who gave it is asked again on occasion.
func (p Purpose) HoldsNarrowly(version int) bool { return p.Narrow != 0 && version == p.Narrow }
