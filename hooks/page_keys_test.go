package hooks_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/accounts"
	"mdesa/hooks/audit"
	"mdesa/hooks/beneficiaries"
	"mdesa/hooks/budget"
	"mdesa/hooks/definition"
	"mdesa/hooks/letters"
	"mdesa/hooks/news"
	"mdesa/hooks/notify"
	"mdesa/hooks/privacy"
	"mdesa/hooks/programs"
	"mdesa/hooks/reports/board"
	"mdesa/hooks/requests"
	"mdesa/hooks/residents"
	"mdesa/hooks/residents/ledger"
	"mdesa/hooks/satisfaction"
)

// otherWays are the pages that the desk lists under "more".
var otherWays = []string{"letters", "delegations", "notices", "outbox", "board", "proposals", "programs", "budget", "benefits", "news",
	"information", "satisfaction", "population", "registrations", "rights", "trail"}

// builtKeys are the keys that the pages put together, with what stands for the
// stars; the values of the engine come from the engine.
var builtKeys = map[string][]string{
	"way.*":            {"report", "programs", "budget", "news", "information", "statistics", "promise", "numbers", "benefits", "businesses"},
	"outbox.channel.*": notify.Channels, "outbox.why.*": notify.WhyKinds, "outbox.kind.*": {"whatsapp", "sms"},
	"outbox.*":     {"last_sent", "last_delivered", "waiting_since"},
	"more.group.*": {"letters", "open", "people"},
	"more.way.*":   otherWays,
	"more.text.*":  otherWays,
	"status.*":     requests.Statuses,
	"role.*":       append([]string{"applicant"}, definition.Roles...),
	"reason.*": slices.Concat(requests.Reasons[requests.Return], requests.Reasons[requests.Reject],
		requests.ReasonsFor(definition.Report, requests.Return), requests.ReasonsFor(definition.Report, requests.Reject)),
	"event.*": {requests.Submit, requests.Approve, requests.Sign, requests.Resolve, requests.Return, requests.Resubmit,
		requests.Reject, requests.Cancel, requests.Comment, requests.Escalate, requests.Expire, requests.Forward, requests.Confirm, requests.Reopen, requests.Close},
	"report.identity.*": definition.Identities,
	"lapor.then.*":      {"read", "work", "answer", "word"}, "lapor.then.*_text": {"read", "work", "answer", "word"},
	"duration.*.*":          {"minutes.one", "minutes.other", "hours.one", "hours.other", "days.one", "days.other"},
	"span.*.*":              {"days.one", "days.other", "weeks.one", "weeks.other", "months.one", "months.other", "years.one", "years.other"},
	"standard.*":            {"requirements", "procedure", "time", "fee", "product", "complaints", "legal_basis"},
	"category.*":            {"residence", "family", "welfare", "business", "security", "general", "reports"},
	"person.sex.*":          {"L", "P"},
	"verify.*":              verdicts,
	"verify.*_text":         verdicts,
	"compare.*":             {"same", "different", "unable"},
	"compare.*_text":        {"same", "different", "unable"},
	"papers.*":              {"type", "size", "empty"},
	"privacy.*":             privacyParts,
	"privacy.*_text":        privacyParts,
	"privacy.keep_*":        {"uploads", "rejected", "requests", "audit", "registrations", "information", "aid", "comments", "notices"},
	"rights.field.*":        correctable(),
	"attachments.*":         nil, // fields of a fault, no texts
	"registration.*":        {"waiting", "confirmed", "refused", "expired"},
	"registration.*_badge":  {"waiting", "confirmed", "refused", "expired"},
	"registration.*_text":   {"waiting", "confirmed", "refused", "expired"},
	"registration.reason.*": append([]string{"another_confirmed"}, accounts.RefusalReasons...),
	"family.relation.*":     requests.Relations,
	"family.for.*":          requests.Relations,
	"joining.tab.*":         {"likely", "doubtful", "decided", "carers"}, "joining.tab.*_text": {"likely", "doubtful", "decided", "carers"},
	"joining.state.*": {"confirmed", "refused", "expired"}, "joining.field.*": {"nik", "kk", "name", "birth_date"},
	"joining.reason.*": append([]string{"another_confirmed"}, accounts.RefusalReasons...), "carers.ground.*": accounts.Grounds,
	"carer.state.*": {"asked", "active", "ended"},

	"news.kind.*":                 news.Kinds,
	"news.tab.*":                  append([]string{"all"}, "news", "announcement", "emergency", "agenda"),
	"numbers.group.*":             news.Groups,
	"business.kind.*":             append([]string{"all"}, news.BusinessKinds...),
	"business.*":                  {"name", "phone", "place", "hours"},
	"information.*":               {"name", "phone", "email", "address"},
	"information.shelf.*":         news.Shelves,
	"information.about.*":         news.Shelves,
	"information.category.*":      news.Categories,
	"information.page.*":          {"budget", "programs", "statistics", "promise", "satisfaction", "reports"},
	"information.wanted.*":        {"file", "paper", "look"},
	"information.state.*":         {news.Open, news.Granted, news.Partly, news.Refused},
	"information.why.*":           {"excluded", "not_held", "unclear"},
	"information.object.*":        news.Grounds,
	"desk.news.stage.*":           {"draft", "scheduled", "shown", "expired", "withdrawn"},
	"desk.news.kind_text.*":       news.Kinds,
	"desk.news.saved.*":           {"publish", "draft", "withdraw"},
	"desk.news.mark.*":            {"bold", "italic", "heading", "list", "numbers", "link"},
	"desk.information.*":          {"title_en", "number", "year", "link", "ground", "excluded_until", "name", "name_en", "phone", "hours", "hours_en", "note", "note_en", "sort", "owner", "place", "consent_proof"},
	"desk.information.tab.*":      {"publications", "requests", "register", "numbers", "businesses"},
	"desk.information.state.*":    {"draft", "published", "withdrawn"},
	"desk.information.business.*": {"suggested", "published", "hidden"},
	"desk.information.column.*":   {"no", "date", "who", "what", "purpose", "answered", "decision", "objection"},

	"trail.what.*":         audit.Whats,
	"trail.purpose.*":      notOther,
	"desk.trail.what.*":    audit.Whats,
	"desk.trail.purpose.*": audit.Purposes,

	"population.*":           {"reported_by", "document", "mother", "father", "place", "cause", "reason", "address_to", "address_from", "last_place"},
	"reg.purpose.*":          audit.Stated,
	"reg.field.*":            registerFields,
	"reg.part.*":             {"person", "living", "parents", "papers", "custom", "care"},
	"reg.kind.*":             residents.Kinds,
	"reg.kind.*.why":         residents.Kinds,
	"reg.kind.*.do":          residents.Kinds,
	"population.kind.*":      lifeEvents,
	"population.kind_text.*": slices.DeleteFunc(slices.Clone(lifeEvents), func(kind string) bool { return kind == "reversal" }),
	"desk.life.*":            {"hidup", "mati", "pindah", "hilang", "pergi", "tidak_valid"},
	"population.column.*":    {"life_status", "household", "family_role", "hamlet", "address", "marital_status", "rt", "rw", "ended_on"},
	"population.line.*":      slices.Concat([]string{"opening", "closing"}, ledger.Causes),
	"population.person.*":    {"name", "sex", "birth_place", "nik", "family_role", "citizenship"},
	"population.card.*":      {"kk", "address", "rt", "rw"},
	"population.level.*":     {"1", "2", "3", "4"},
	"data.*":                 nil, // fields of an event, no texts
	"data.roles.*":           nil,
	"data.card.*":            nil,
	"data.people.*.*":        nil,

	"notices.channel.*": notify.Channels,
	"notices.state.*":   {notify.Queued, notify.Sent, notify.Delivered, notify.Failed, notify.Dropped},
	"notices.lacks.*_*": {"office_phone", "office_mail", "address_phone", "address_mail"},

	"benefits.every.*":                beneficiaries.Rhythms,
	"benefits.status.*":               beneficiaries.Statuses,
	"benefits.stopped.*":              beneficiaries.Reasons,
	"staff_benefits.rhythm.*":         beneficiaries.Rhythms,
	"staff_benefits.target.*":         {beneficiaries.OfPerson, beneficiaries.OfHousehold, beneficiaries.OfGroup},
	"staff_benefits.attention.*":      beneficiaries.Attentions,
	"staff_benefits.attention.*_text": beneficiaries.Attentions,
	"staff_benefits.double.*":         beneficiaries.DoubleReasons,
	"staff_benefits.cancel.*":         beneficiaries.CancelReasons,
	"staff_benefits.as_*":             {beneficiaries.Active, beneficiaries.Candidate},
	"staff_benefits.left.*":           {"except", "own", "period", "attention"},
	"staff_benefits.level.*":          {"refused", "warned", "changed", "gone", "same"},

	"budget.*":             {"income", "spending", "surplus", "financing_in", "financing_out", "left"},
	"budget.stage.*":       budget.Stages,
	"report_feed.colour.*": board.Colours, "staff_board.colour.*": board.Colours,
	"report_feed.state.*": {"new", "handling", "forwarded", "answered", "done", "refused", "duplicate"},
	"report_feed.photo.*": {"before", "after"}, "report_feed.photo.*_alt": {"before", "after"},
	"staff_board.today.*":  {"open", "filed", "first", "answered", "closed"},
	"staff_board.shelf.*":  {"news", "agenda", "periodic", "immediate", "anytime", "budget", "programs"},
	"statistics.*":         {"residents", "men", "women", "education", "occupation", "religion", "marital_status", "others", "not_recorded", "filed", "completed"},
	"statistics.field.*":   {"01", "02", "03", "04", "05"},
	"statistics.program.*": {"planned", "running", "done", "stopped"},
	"statistics.report.*":  {"new", "handling", "forwarded", "answered", "done", "refused", "duplicate"},
	"budget.short.*":       {"million", "billion", "trillion"},
	"budget.word.*":        budgetWords,
	"budget.word.*_text":   budgetWords,
	"staff_budget.stage.*": budget.Stages,
	"staff_budget.level.*": {"error", "warning"},

	"programs.state.*": programs.States, "programs.progress.*": programs.States, "programs.field.*": programs.Fields,
	"proposals.state.*": programs.ProposalStates, "proposals.outcome.*": {programs.Accepted, programs.Refused, programs.Merged},
	"staff_programs.*": {"title_en", "place", "owner", "source", "cost"}, "staff_programs.step.*": {"0", "50", "100", "other"},
	"staff_programs.kind.*": programs.Kinds, "staff_programs.kind.*_text": programs.Kinds,
	"staff_programs.do.*": programs.ProposalStates[1:], "staff_programs.do.*_text": programs.ProposalStates[1:],

	"satisfaction.element.*": satisfaction.Elements, "satisfaction.question.*": satisfaction.Elements, "satisfaction.band.*": satisfaction.Bands,
	"satisfaction.attribute.*": satisfaction.Attributes, "satisfaction.value.*": append([]string{"L", "P", "other"}, satisfaction.AgeGroups...),
	"satisfaction.score.overall.*": {"1", "2", "3", "4"}, "satisfaction.score.*.*": scoresOfRatings, "annex.*": definition.StandardKeys,

	// Of the dashboard's extension.
	"purpose.*":       audit.Stated,
	"import.state.*":  {"uploaded", "checking", "checked", "importing", "done", "undoing", "undone", "failed"},
	"import.format.*": {"opensid", "named", "siak"},
	"import.export.*": {"xlsx", "csv"},
	"retention.*":     privacy.Kinds,
	"kind.*":          {"desa", "kelurahan", "kota"},
	"state.*":         {letters.Valid, letters.Revoked, letters.Replaced, letters.Expired, letters.Unknown},
	"act.*":           adminActions,
	"act.*.hint":      adminActions,
	"act.*.done":      adminActions,
	"missing.*":       missing,
	"missing.*.why":   missing,
	"job.*":           {"deadlines", "retention"},
}

// budgetWords are those of the budget that a resident may not know.
var budgetWords = []string{"apbdes", "dds", "add", "pad", "pbh", "aid", "silpa", "pak", "realisation"}

// scoresOfRatings are the words of each score, on each scale.
var scoresOfRatings = []string{"overall.1", "overall.2", "overall.3", "overall.4", "common.1", "common.2", "common.3", "common.4",
	"fee.1", "fee.2", "fee.3", "fee.4", "free.1", "free.2", "free.3", "free.4"}

// lifeEvents are the kinds that the collection knows.
var lifeEvents = []string{"birth", "death", "arrival", "departure", "missing", "away", "found", "household_split", "household_join",
	"head_change", "move_within", "invalid", "reversal"}

// notOther are the purposes that a resident reads in the program's words.
var notOther = slices.DeleteFunc(slices.Clone(audit.Purposes), func(kind string) bool { return kind == audit.Other })

// registerFields are those that the page of a resident's card shows.
var registerFields = strings.Fields("name nik birth_place birth_date sex religion marital_status occupation education studying citizenship " +
	"blood_type ethnicity address hamlet_name current_address phone residency life_status family_role kk father_name father_nik mother_name mother_nik " +
	"birth_certificate marriage_certificate married_on marriage_registered divorce_certificate divorced_on id_card id_card_status tag_id " +
	"passport passport_until stay_permit krama_status customary_village customary_hamlet insurance insurance_number disability contraception pregnant")

// adminActions are what a superuser may do to a request.
var adminActions = []string{requests.Return, requests.Cancel, requests.Comment}

// missing is what an office may not have set up yet.
var missing = []string{"office_name", "office_logo", "office_address", "office_code", "public_url", "hamlets", "residents",
	"role", "unled", "leads_nothing", "unlinked", "services", "holidays", "feasts", "feasts_open", "backups", "mail", "numbers", "told", "pledge", "tiles"}

// verdicts are the states of a letter and what a browser without the office can say.
var verdicts = []string{letters.Valid, letters.Revoked, letters.Replaced, letters.Expired, letters.Unknown, "signed", "forged", "unsure"}

var privacyParts = []string{"what", "why", "who", "rights", "device"}

// correctable are the fields that residents may ask to have corrected.
func correctable() []string {
	var names []string
	for _, field := range privacy.CorrectableFields {
		names = append(names, field.Name)
	}
	return names
}

// notTexts look like keys but are those of the server's faults.
var notTexts = []string{"request.decided", "privacy.settled", "news.settled"}

var (
	keyLiteral = regexp.MustCompile("[\"'`]([a-z_]+(?:\\.[a-zA-Z0-9_]+)*)[\"'`]")
	asked      = regexp.MustCompile(`(?:^|[^.\w])(?:t|count|has|say|knows)\("([^"]+)"[,)]`)
	joined     = regexp.MustCompile(`"([a-z_.]+\.)" \+ [\w.]+(?: \+ "(\.[a-z_.]+)")?`)
	builtStart = regexp.MustCompile("`[a-z_]+\\.[a-zA-Z0-9_.]*\\$\\{")
)

// keysIn are what may be keys in a module, and the patterns of those it builds.
func keysIn(source string) (literal, built []string) {
	for _, match := range keyLiteral.FindAllStringSubmatch(source, -1) {
		literal = append(literal, match[1])
	}
	for _, at := range builtStart.FindAllStringIndex(source, -1) {
		built = append(built, pattern(source[at[0]+1:]))
	}
	for _, match := range joined.FindAllStringSubmatch(source, -1) {
		built = append(built, match[1]+"*"+match[2])
	}
	return literal, built
}

// pattern is a template literal up to its end, with a star for each ${…}.
func pattern(rest string) string {
	var out strings.Builder
	for i, depth := 0, 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '$' && depth == 0:
			out.WriteByte('*')
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth > 0:
		case c == '`':
			return out.String()
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

func TestKeysOfThePages(t *testing.T) {
	own, staff, admin := residentsTexts(t), staffTexts(t), adminTexts(t)
	both := maps.Clone(own)
	maps.Copy(both, staff)
	used, usedByAdmin := map[string]bool{}, map[string]bool{}
	for _, file := range sources(t, ".js") {
		switch page, ok := strings.CutPrefix(file, "pb_public/"); {
		case !ok || strings.HasPrefix(page, "app/texts/") || page == "admin/texts.js":
		case strings.HasPrefix(page, "admin/"):
			checkKeys(t, file, admin, usedByAdmin)
		case strings.HasPrefix(page, "pages/staff/") || strings.HasPrefix(page, "app/staff"):
			checkKeys(t, file, both, used)
		default:
			checkKeys(t, file, own, used)
		}
	}
	allUsed(t, both, used)
	allUsed(t, admin, usedByAdmin)
}

func allUsed(t *testing.T, known texts, used map[string]bool) {
	t.Helper()
	for key := range known {
		if !used[key] {
			t.Errorf("nothing shows the text %s", key)
		}
	}
}

func checkKeys(t *testing.T, file string, known texts, used map[string]bool) {
	t.Helper()
	spaces := map[string]bool{}
	for key := range known {
		if space, _, ok := strings.Cut(key, "."); ok {
			spaces[space] = true
		}
	}
	source := string(read(t, file))
	literal, built := keysIn(source)
	for _, key := range literal {
		space, _, dotted := strings.Cut(key, ".")
		if !known.use(key, used) && dotted && spaces[space] && !slices.Contains(notTexts, key) {
			t.Errorf("%s: there is no text %s", file, key)
		}
	}
	for _, match := range asked.FindAllStringSubmatch(source, -1) {
		if !known.use(match[1], used) {
			t.Errorf("%s: there is no text %s", file, match[1])
		}
	}
	for _, pattern := range built {
		checkBuilt(t, file, pattern, known, used)
	}
}

// use marks a key, or the forms of one that is counted, and says whether it is there.
func (known texts) use(key string, used map[string]bool) bool {
	if _, there := known[key]; there {
		used[key] = true
		return true
	}
	_, counted := known[key+".other"]
	if counted {
		used[key+".one"], used[key+".other"] = true, true
	}
	return counted
}

func checkBuilt(t *testing.T, file, pattern string, known texts, used map[string]bool) {
	t.Helper()
	values, declared := builtKeys[pattern]
	if !declared {
		t.Errorf("%s builds keys %s; say in builtKeys which there are", file, pattern)
	}
	for _, value := range values {
		key := pattern[:strings.Index(pattern, "*")] + value + pattern[strings.LastIndex(pattern, "*")+1:]
		if !known.use(key, used) {
			t.Errorf("%s: there is no text %s", file, key)
		}
	}
}
