package delegation

import (
	"slices"
	"time"

	"mdesa/hooks/fault"
)

var (
	errUnsound = fault.New(fault.Invalid, "delegation.unsound",
		"Pelimpahan belum tersimpan. Perbaiki bagian yang ditandai.",
		"The delegation was not saved. Mend the marked parts.")
	errNobody = fault.New(fault.Invalid, "delegation.nobody",
		"Pilih petugas yang akan bertindak.",
		"Choose the officer who will act.")
	errNoHolder = fault.New(fault.Invalid, "delegation.no_holder",
		"Pilih pejabat yang melimpahkan. Tanpa pejabat hanya Plt. atau Pj. untuk pimpinan atau sekretaris yang kosong.",
		"Choose who delegates. Only Plt. or Pj. of a vacant head or secretary goes without.")
	errSelf = fault.New(fault.Invalid, "delegation.self",
		"Pelimpahan tidak dapat diberikan kepada diri sendiri. Pilih petugas lain.",
		"Nobody delegates to themselves. Choose another officer.")
	errNotInOffice = fault.New(fault.Invalid, "delegation.not_in_office",
		"{name} tidak aktif atau di luar masa jabatannya selama pelimpahan ini. Sesuaikan tanggalnya, atau pilih petugas lain.",
		"{name} is not active, or not in office for all of these days. Change the days, or choose another officer.")
	errAuditor = fault.New(fault.Invalid, "delegation.auditor",
		"Pengawas tidak dapat memutuskan atas nama siapa pun. Pilih petugas lain.",
		"An auditor decides for nobody. Choose another officer.")
	errForm = fault.New(fault.Invalid, "delegation.form",
		"Pilih bentuk pelimpahan: a.n., u.b., Plt., Plh., atau Pj.",
		"Choose the form: a.n., u.b., Plt., Plh. or Pj.")
	errOnBehalf = fault.New(fault.Invalid, "delegation.on_behalf",
		"a.n. diberikan pimpinan kepada sekretaris atau petugas kantor, atau sekretaris kepada petugas kantor. Untuk jabatan lain pakai Plh.",
		"a.n. is given by the head to the secretary or an office officer, or by the secretary to an office officer. Use Plh. for other posts.")
	errForThem = fault.New(fault.Invalid, "delegation.for_them",
		"u.b. hanya dari sekretaris kepada petugas kantor, dan hanya selama sekretaris memegang a.n. untuk layanan dan tanggal yang sama.",
		"u.b. goes only from the secretary to an office officer, and only while the secretary holds an a.n. for the same services and days.")
	errChain = fault.New(fault.Invalid, "delegation.chain",
		"Yang dilimpahkan tidak dapat dilimpahkan lagi, kecuali u.b. di bawah a.n. Minta pejabatnya sendiri yang melimpahkan.",
		"What was delegated cannot be delegated on, except u.b. under an a.n. Ask the holder of the post.")
	errNotVacant = fault.New(fault.Invalid, "delegation.not_vacant",
		"{form} hanya untuk jabatan yang kosong, dan {name} masih memegang jabatan ini. Untuk yang sedang berhalangan pakai Plh.",
		"{form} is for a vacant post only, and {name} still holds this one. Use Plh. for somebody who is away.")
	errDay = fault.New(fault.Invalid, "delegation.day",
		"Tulis tanggal seperti 2026-11-24.",
		"Write the day like 2026-11-24.")
	errBackdated = fault.New(fault.Invalid, "delegation.backdated",
		"Pelimpahan tidak berlaku surut. Paling awal mulai hari ini.",
		"A delegation is not retroactive. It starts today at the earliest.")
	errEndsEarly = fault.New(fault.Invalid, "delegation.ends_early",
		"Hari terakhir tidak boleh sebelum hari mulai.",
		"The last day cannot be before the first.")
	errDecreeLate = fault.New(fault.Invalid, "delegation.decree_late",
		"Tanggal surat perintah atau SK tidak boleh setelah hari mulai.",
		"The decree cannot be later than the first day.")
	errOverlap = fault.New(fault.Conflict, "delegation.overlap",
		"Jabatan ini sudah dijalankan {name} pada tanggal tersebut. Akhiri yang itu dulu, atau pilih tanggal lain.",
		"{name} already acts in this post on these days. End that first, or choose other days.")
)

// Complete fills in what follows from the rest: the post of whoever delegates
// and, for u.b., the a.n. above it.
func Complete(d Delegation, s *Staff) Delegation {
	if d.Form == ForThem {
		d.Under, d.Post = "", VillageHead
		if above := mandateFor(d, s); above != nil {
			d.Under, d.Post = above.ID, above.Post
		}
		return d
	}
	d.Under = ""
	if d.Post == "" {
		d.Post = s.People[d.From].Role
	}
	return d
}

// mandateFor is the a.n. that the giver of a u.b. holds for all its days.
func mandateFor(d Delegation, s *Staff) *Delegation {
	for _, above := range s.Delegations {
		if above.Form == OnBehalf && above.To == d.From && above.Post == VillageHead && d.within(above) {
			return &above
		}
	}
	return nil
}

// Check is everything that is wrong with a new, completed delegation, at the
// fields "from", "to", "form", "starts_on", "ends_on", "decree_date"; nil if it
// can be made today. Legal base of the forms: Permendagri 1/2023 on official
// letters; that nothing is handed on: UU 30/2014 art. 13.
func Check(d Delegation, s *Staff, today string) error {
	wrong := errUnsound
	at := func(field string, about *fault.Fault) {
		if about != nil && wrong.Fields[field] == nil {
			wrong = wrong.At(field, about)
		}
	}
	at("starts_on", checkStart(d, today))
	at("ends_on", checkEnd(d))
	at("decree_date", checkDecree(d))
	at("to", checkTo(d, s))
	at("from", checkFrom(d, s))
	at("form", checkForm(d, s))
	if len(wrong.Fields) > 0 {
		return wrong
	}
	for _, other := range s.Delegations {
		if AsPost(d.Form) && AsPost(other.Form) && d.samePost(other) && d.overlaps(other) {
			return wrong.At("starts_on", errOverlap.With("name", s.People[other.To].Name))
		}
	}
	return nil
}

func isDay(day string) bool {
	_, err := time.Parse(time.DateOnly, day)
	return err == nil
}

func checkStart(d Delegation, today string) *fault.Fault {
	switch {
	case !isDay(d.StartsOn):
		return errDay
	case d.StartsOn < today:
		return errBackdated
	}
	return nil
}

func checkEnd(d Delegation) *fault.Fault {
	switch {
	case !isDay(d.EndsOn):
		return errDay
	case d.EndsOn < d.StartsOn:
		return errEndsEarly
	}
	return nil
}

func checkDecree(d Delegation) *fault.Fault {
	switch {
	case d.DecreeDate == "":
		return nil
	case !isDay(d.DecreeDate):
		return errDay
	case d.DecreeDate > d.StartsOn:
		return errDecreeLate
	}
	return nil
}

func checkTo(d Delegation, s *Staff) *fault.Fault {
	person, known := s.People[d.To]
	switch {
	case !known:
		return errNobody
	case d.To == d.From:
		return errSelf
	case person.Role == Auditor:
		return errAuditor
	case !person.InOffice(d.StartsOn) || !person.InOffice(d.EndsOn):
		return errNotInOffice.With("name", person.Name)
	}
	return nil
}

func checkFrom(d Delegation, s *Staff) *fault.Fault {
	person, known := s.People[d.From]
	switch {
	case d.From == "" && wantsVacancy(d.Form) && (d.Post == VillageHead || d.Post == Secretary):
		return nil
	case !known || !slices.Contains(Posts, person.Role):
		return errNoHolder
	case d.Form != ForThem && d.Post != person.Role:
		return errChain
	case !wantsVacancy(d.Form) && (!person.InOffice(d.StartsOn) || !person.InOffice(d.EndsOn)):
		return errNotInOffice.With("name", person.Name)
	}
	return nil
}

func checkForm(d Delegation, s *Staff) *fault.Fault {
	from, to := s.People[d.From].Role, s.People[d.To].Role
	switch d.Form {
	case OnBehalf:
		if !(from == VillageHead && (to == Secretary || to == Officer) || from == Secretary && to == Officer) {
			return errOnBehalf
		}
	case ForThem:
		if from != Secretary || to != Officer || d.Under == "" {
			return errForThem
		}
	case Acting, Caretaker:
		if holder, held := holderOf(d, s, d.StartsOn); held {
			return errNotVacant.With("form", d.Form).With("name", holder.Name)
		}
	case Daily:
	default:
		return errForm
	}
	return nil
}

// holderOf is who holds the post of a delegation on a day.
func holderOf(d Delegation, s *Staff, day string) (Person, bool) {
	if d.Post == HamletHead || d.Post == Officer {
		person := s.People[d.From]
		return person, person.InOffice(day)
	}
	for _, person := range s.People {
		if person.Role == d.Post && person.InOffice(day) {
			return person, true
		}
	}
	return Person{}, false
}

// MayMake tells whether somebody may make or end a delegation today: the holder
// of the post; for hamlet heads and officers also the secretary and the head.
// Rights that are themselves delegated do not count.
func MayMake(maker Person, d Delegation, today string) bool {
	if !maker.InOffice(today) || maker.Role == Auditor {
		return false
	}
	if d.From != "" && maker.ID == d.From {
		return true
	}
	return (maker.Role == Secretary || maker.Role == VillageHead) && (d.Post == HamletHead || d.Post == Officer)
}

var (
	errOnlyEnd = fault.New(fault.Forbidden, "delegation.only_end",
		"Pelimpahan tidak dapat diubah, hanya diakhiri lebih awal. Buat yang baru bila perlu.",
		"A delegation cannot be changed, only ended early. Make a new one if needed.")
	errEnded = fault.New(fault.Conflict, "delegation.ended",
		"Pelimpahan ini sudah berakhir atau sudah diakhiri.",
		"This delegation has ended, or was ended before.")
	errEndDay = fault.New(fault.Invalid, "delegation.end_day",
		"Pelimpahan berhenti mulai hari ini atau hari sesudahnya, paling lambat pada hari terakhirnya ({last}).",
		"A delegation stops today or later, on its last day ({last}) at the latest.")
)

// CheckEnd tells whether a delegation can stop holding from a day on.
func CheckEnd(d Delegation, from, today string) error {
	switch {
	case d.RevokedOn != "" || d.EndsOn < today:
		return errEnded
	case !isDay(from) || from < today || from > d.EndsOn:
		return errUnsound.At("revoked_on", errEndDay.With("last", d.EndsOn))
	}
	return nil
}
