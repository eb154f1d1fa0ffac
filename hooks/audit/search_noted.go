package audit

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
)

// noteSearch is called for every list, also for one in which nothing is handed
// out: how many there are with this NIK and that religion is an answer as well.
// What was asked stands in the note, which auditors read; residents don't, as
// the NIK in it may be a neighbour's.
func noteSearch(e *core.RecordsListRequestEvent, info *core.RequestInfo) {
	filter, order := strings.TrimSpace(info.Query["filter"]), strings.TrimSpace(info.Query["sort"])
	if !info.HasSuperuserAuth() || tellsNothing(e, filter, order) {
		return
	}
	purpose := purposeIn(info)
	purpose.Note = noteOf(e.Collection.Name, filter, order, purpose.Note)
	SeenAll(e.App, info.Auth, purpose, Found, 0)
}

func tellsNothing(e *core.RecordsListRequestEvent, filter, order string) bool {
	switch {
	case e.Collection.IsView(): // its query may be the question; its records leave entries by themselves
		return filter == "" && order == "" && len(e.Records) > 0
	case isHarmless(e.Collection):
		return staysAtHome(filter, order)
	}
	return tellsOfNobody(filter, order)
}

func noteOf(parts ...string) string {
	filled := parts[:0]
	for _, part := range parts {
		if part != "" {
			filled = append(filled, part)
		}
	}
	return cut(strings.Join(filled, ": "), noteLetters)
}
