package accounts

import "strings"

// named is a mark in a User-Agent header and what people call the thing.
type named struct{ mark, name string }

// The order matters: Edge, Opera and the rest also call themselves Chrome, and
// Chrome calls itself Safari; Android also says Linux, an iPhone also Mac OS X.
var (
	browsers = []named{
		{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser", "Samsung Internet"}, {"UCBrowser", "UC Browser"},
		{"Firefox", "Firefox"}, {"FxiOS", "Firefox"}, {"CriOS", "Chrome"}, {"Chrome", "Chrome"}, {"Safari", "Safari"},
	}
	systems = []named{
		{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"},
		{"Mac OS X", "Mac"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"},
	}
)

// agentName makes "Chrome di Android" of a User-Agent header: enough to tell
// one's phone from the desk's computer. Unknown programs give "".
func agentName(header string) string {
	browser, system := find(browsers, header), find(systems, header)
	if browser == "" || system == "" {
		return browser + system
	}
	return browser + " di " + system
}

func find(list []named, header string) string {
	for _, one := range list {
		if strings.Contains(header, one.mark) {
			return one.name
		}
	}
	return ""
}
