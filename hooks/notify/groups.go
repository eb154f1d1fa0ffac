package notify

import "slices"

// Group is what notices are about, as people choose among them.
type Group struct {
	Key   string
	Staff bool // for officers; the others are for residents
	// What a resident must have agreed to before a notice of the group leaves for
	// their phone or their mailbox (keys of hooks/privacy's purposes); empty: it
	// never leaves that way. What officers are told is part of their work.
	ByPhone, ByMail string
	// A few words that name the group: the subject of a mail, and all that a push
	// message shows, because anybody may read a lock screen.
	ID, EN string
}

// Purposes of consent; hooks/privacy has their words.
const (
	noticeByPhone = "notice_whatsapp"
	noticeByMail  = "notice_email"
	newsByPhone   = "news_whatsapp"
)

// Groups are all there are, in the order in which pages show them.
var Groups = []Group{
	{Key: "requests", ByPhone: noticeByPhone, ByMail: noticeByMail, ID: "Kabar permohonan Anda", EN: "News of your requests"},
	{Key: "reports", ByPhone: noticeByPhone, ByMail: noticeByMail, ID: "Kabar laporan Anda", EN: "News of your reports"},
	{Key: "data", ID: "Kabar data dan akun Anda", EN: "News of your data and login"},
	{Key: "programs", ByPhone: newsByPhone, ID: "Kabar program dan bantuan", EN: "News of programs and aid"},
	{Key: "news", ByPhone: newsByPhone, ID: "Berita dan agenda", EN: "News and agenda"},
	{Key: "emergency", ByPhone: newsByPhone, ID: "Keadaan darurat", EN: "Emergency"},
	{Key: "tasks", Staff: true, ID: "Giliran Anda", EN: "Your turn"},
	{Key: "overdue", Staff: true, ID: "Tahap yang terlambat", EN: "Overdue steps"},
	{Key: "registrations", Staff: true, ID: "Pendaftaran warga", EN: "Residents who register"},
	{Key: "rights", Staff: true, ID: "Pelimpahan dan hak data", EN: "Delegations and data rights"},
	{Key: "staff_emergency", Staff: true, ID: "Keadaan darurat", EN: "Emergency"},
}

// GroupByKey finds a group.
func GroupByKey(key string) (Group, bool) {
	at := slices.IndexFunc(Groups, func(g Group) bool { return g.Key == key })
	if at < 0 {
		return Group{}, false
	}
	return Groups[at], true
}

// In names the group in a language: "en", or Indonesian for anything else.
func (g Group) In(language string) string {
	if language == "en" {
		return g.EN
	}
	return g.ID
}

// Purpose is the consent that a channel asks of a resident; empty: none is asked.
// never tells that the group does not leave that way.
func (g Group) Purpose(channel string) (purpose string, never bool) {
	switch {
	case g.Staff || channel == ByPush:
		return "", false
	case channel == ByPhone:
		return g.ByPhone, g.ByPhone == ""
	default:
		return g.ByMail, g.ByMail == ""
	}
}

// Channels by which a notice leaves the house; within M-Desa everybody finds all
// of theirs.
const (
	ByPhone = "phone" // WhatsApp or SMS, as the gateways are set up
	ByMail  = "mail"
	ByPush  = "push"
)

// Channels are all of them, in the order in which pages show them.
var Channels = []string{ByPhone, ByMail, ByPush}
