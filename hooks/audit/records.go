package audit

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
)

// listMark stands among a request's headers while it is answered: the records
// of a list and what is expanded in them share these headers. No header that a
// client sends can be called so, as PocketBase turns names into snake_case.
const listMark = "a list"

// markList tells the records of a list from one that was opened. A list that
// cannot be noted is not given.
func markList(e *core.RecordsListRequestEvent) error {
	info, err := e.RequestInfo()
	if err != nil {
		return err
	}
	info.Headers[listMark] = "yes"
	noteSearch(e, info)
	return e.Next()
}

// noteRecord is called for every record that the records API hands out:
// listed, opened, expanded, sent over realtime, or given back after a change.
func noteRecord(e *core.RecordEnrichEvent) error {
	info := e.RequestInfo
	if info != nil && leavesTrail(info.Auth) && !isOwn(info.Auth, e.Record) && !onlyCounts(info, e.Record) {
		if what := whatOf(info); what != "" {
			noteOne(e.App, info, what, e.Record)
		}
	}
	return e.Next()
}

func isOwn(auth, record *core.Record) bool {
	return auth.Id == record.Id && auth.Collection().Id == record.Collection().Id
}

// whatOf is how a record reaches its reader, "" where it tells them nothing
// new: officers get back what they just filed or decided.
func whatOf(info *core.RequestInfo) string {
	switch {
	case info.Headers[listMark] != "" || info.Context == core.RequestInfoContextRealtime:
		return Listed
	case info.Method == "GET" || info.Context == core.RequestInfoContextExpand:
		return Viewed
	case info.HasSuperuserAuth():
		return Changed
	}
	return ""
}

func noteOne(app core.App, info *core.RequestInfo, what string, record *core.Record) {
	residents, all := whose(app, record)
	if !all && len(residents) == 0 {
		return
	}
	purpose := purposeIn(info)
	if request := requestAt(app, record); request != "" {
		purpose.Request = request
		if purpose.Kind == Upkeep {
			purpose.Kind = ForRequest
		}
	}
	if all { // the progress of an import is asked for each second
		purpose.Note = cut(strings.TrimSuffix(record.Collection().Name+": "+purpose.Note, ": "), noteLetters)
		SeenAll(app, info.Auth, purpose, Listed, 0)
		return
	}
	Seen(app, info.Auth, purpose, what, residents...)
}

// purposeIn is what was stated; officers without a statement keep the register.
func purposeIn(info *core.RequestInfo) Purpose {
	if purpose, err := statedIn(info); err == nil {
		return purpose
	}
	if info.HasSuperuserAuth() {
		return Purpose{Kind: InAdminUI}
	}
	return Purpose{Kind: Upkeep}
}

// onlyCounts tells a question for a number from a look at people: ids alone,
// found by what says nothing about a person. The dashboard's home page asks so.
// In a view anything can be called an id.
func onlyCounts(info *core.RequestInfo, record *core.Record) bool {
	return info.Method == "GET" && info.Query["fields"] == "id" && info.Query["expand"] == "" &&
		info.Context == core.RequestInfoContextDefault && !record.Collection().IsView() &&
		tellsOfNobody(info.Query["filter"], info.Query["sort"])
}
