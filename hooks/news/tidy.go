package news

import (
	"strings"

	"github.com/pocketbase/pocketbase/core"
)

// tidy makes one blank of many, and drops what nobody sees: in a title it could
// turn what follows around, in a list and in somebody's calendar.
func tidy(record *core.Record, fields ...string) {
	for _, field := range fields {
		record.Set(field, strings.Join(strings.Fields(strings.Map(blank, record.GetString(field))), " "))
	}
}

// tidyLines does the same for a text of several lines, which stay.
func tidyLines(record *core.Record, fields ...string) {
	for _, field := range fields {
		lines := strings.Split(strings.ReplaceAll(record.GetString(field), "\r\n", "\n"), "\n")
		for i, line := range lines {
			lines[i] = strings.TrimRight(strings.Map(blank, line), " ")
		}
		record.Set(field, strings.TrimSpace(strings.Join(lines, "\n")))
	}
}
