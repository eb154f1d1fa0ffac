package hooks_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/definition"
	"mdesa/hooks/letters"
	"mdesa/hooks/requests"
)

// builtKeys are the keys that the pages put together, with what stands for the
// stars; the values of the engine come from the engine.
var builtKeys = map[string][]string{
	"status.*": requests.Statuses,
	"role.*":   append([]string{"applicant"}, definition.Roles...),
	"reason.*": slices.Concat(requests.Reasons[requests.Return], requests.Reasons[requests.Reject]),
	"event.*": {requests.Submit, requests.Approve, requests.Sign, requests.Resolve, requests.Return, requests.Resubmit,
		requests.Reject, requests.Cancel, requests.Comment, requests.Escalate, requests.Expire},
	"duration.*.*":   {"minutes.one", "minutes.other", "hours.one", "hours.other", "days.one", "days.other"},
	"span.*.*":       {"days.one", "days.other", "weeks.one", "weeks.other", "months.one", "months.other", "years.one", "years.other"},
	"standard.*":     {"requirements", "procedure", "time", "fee", "product", "complaints", "legal_basis"},
	"category.*":     {"residence", "family", "welfare", "business", "security", "general"},
	"person.sex.*":   {"L", "P"},
	"verify.*":       verdicts,
	"verify.*_text":  verdicts,
	"compare.*":      {"same", "different", "unable"},
	"compare.*_text": {"same", "different", "unable"},
	"papers.*":       {"type", "size", "empty"},
	"privacy.*":      privacyParts,
	"privacy.*_text": privacyParts,
	"attachments.*":  nil, // fields of a fault, no texts

	// Of the dashboard's extension.
	"kind.*":        {"desa", "kelurahan", "kota"},
	"state.*":       {letters.Valid, letters.Revoked, letters.Replaced, letters.Expired, letters.Unknown},
	"act.*":         adminActions,
	"act.*.hint":    adminActions,
	"act.*.done":    adminActions,
	"missing.*":     missing,
	"missing.*.why": missing,
	"job.*":         {"deadlines"},
}

// adminActions are what a superuser may do to a request.
var adminActions = []string{requests.Return, requests.Cancel, requests.Comment}

// missing is what an office may not have set up yet.
var missing = []string{"office_name", "office_logo", "office_address", "office_code", "public_url", "hamlets", "residents",
	"role", "unled", "leads_nothing", "services", "holidays", "feasts", "feasts_open", "backups", "mail"}

// verdicts are the states of a letter and what a browser without the office can say.
var verdicts = []string{letters.Valid, letters.Revoked, letters.Replaced, letters.Expired, letters.Unknown, "signed", "forged", "unsure"}

var privacyParts = []string{"what", "why", "who", "how_long", "rights", "device", "contact"}

// notTexts look like keys but are those of the server's faults.
var notTexts = []string{"request.decided"}

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
