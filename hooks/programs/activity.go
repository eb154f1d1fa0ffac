package programs

import (
	"regexp"
	"strings"
)

// activityCode is field, subfield and activity of spending (Permendagri 20/2018,
// Lampiran A): "02.03.10". There are five fields.
var activityCode = regexp.MustCompile(`^0[1-5]\.\d{2}\.\d{2}$`)

// Fields are the five fields of spending.
var Fields = []string{"01", "02", "03", "04", "05"}

// IsActivity tells whether a text is the code of an activity.
func IsActivity(code string) bool { return activityCode.MatchString(code) }

// FieldOf is the field that an activity belongs to, "02" of "02.03.10".
func FieldOf(activity string) string {
	field, _, _ := strings.Cut(activity, ".")
	return field
}
