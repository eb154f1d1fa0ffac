package letters

import (
	"cmp"
	"strings"

	"mdesa/hooks/delegation"
)

// Signing is how somebody signs a letter, as it is frozen on it.
type Signing struct {
	Form       string // "" directly, or one of [delegation.Forms]
	Title      string // the signer's post as the letter's text names it: "Plh. Perbekel"
	Head       []string
	Delegation string // id; empty without
}

// SigningOf works out how somebody with this role and title signs for an
// office: in their own post or, with a capacity, in another's place.
func SigningOf(o Office, secretary, role, title string, capacity *delegation.Capacity) Signing {
	form, as := capacity.Signs(role)
	s := Signing{Form: form, Title: title}
	if capacity != nil {
		s.Delegation = capacity.Delegation
	}
	switch {
	case delegation.AsPost(form):
		s.Title = form + " " + o.HeadTitle
	case as == delegation.Secretary:
		s.Title = capacity.Form + " " + secretary
	case as != "":
		s.Title = capacity.Form + " " + cmp.Or(capacity.Title, title)
	}
	s.Head = SignatureHead(form, o, s.Title, secretary)
	return s
}

// as is the title of who speaks in the letter when it is not the head: in a.n.
// and u.b. it still is.
func (s Signing) as() string {
	if delegation.AsPost(s.Form) {
		return s.Title
	}
	return ""
}

// Label is the signer's post with the form, in one line: "a.n. Perbekel,
// Sekretaris Desa".
func (s Signing) Label(o Office) string {
	switch s.Form {
	case delegation.OnBehalf:
		return "a.n. " + o.HeadTitle + ", " + s.Title
	case delegation.ForThem:
		return "a.n. " + o.HeadTitle + ", u.b. " + s.Title
	}
	return s.Title
}

// SignatureHead are the lines above a signature, by the form of signing:
//
//	""     PERBEKEL DANGIN PURI KANGIN,
//	a.n.   a.n. PERBEKEL … / SEKRETARIS DESA,
//	u.b.   a.n. PERBEKEL … / SEKRETARIS DESA / u.b. / KEPALA SEKSI …,
//	Plt.   Plt. PERBEKEL …,            (likewise Plh. and Pj.)
//
// own is the signer's post, secretary the post between for u.b.
func SignatureHead(form string, o Office, own, secretary string) []string {
	head := strings.ToUpper(strings.TrimSpace(o.HeadTitle + " " + o.Name))
	switch form {
	case delegation.OnBehalf:
		return []string{"a.n. " + head, inCapitals(own) + ","}
	case delegation.ForThem:
		return []string{"a.n. " + head, strings.ToUpper(secretary), "u.b.", inCapitals(own) + ","}
	case delegation.Acting, delegation.Daily, delegation.Caretaker:
		return []string{form + " " + head + ","}
	}
	return []string{head + ","}
}

// inCapitals leaves the form before a title as it is written: "Plh. SEKRETARIS DESA".
func inCapitals(title string) string {
	for _, form := range delegation.Forms {
		if rest, found := strings.CutPrefix(title, form+" "); found {
			return form + " " + strings.ToUpper(rest)
		}
	}
	return strings.ToUpper(title)
}
