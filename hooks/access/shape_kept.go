package access

import "github.com/pocketbase/pocketbase/core"

// mayBecome says whether an admin may turn a collection into another; former is
// nil for a new one.
func mayBecome(former, next *core.Collection) error {
	if former == nil {
		if loosened(&core.Collection{}, next) {
			return errRulesKept
		}
		return nil
	}
	if isOurs(former) {
		switch {
		case !sameRules(former, next):
			return errRulesKept
		case former.Name != next.Name || !keepsFields(former, next):
			return errShapeKept
		case !keepsWays(next):
			return errWaysKept
		}
		return nil
	}
	if loosened(former, next) {
		return errRulesKept
	}
	return nil
}

// rulesOf are who may do what, without authRule: who may log in.
func rulesOf(c *core.Collection) []*string {
	rules := []*string{c.ListRule, c.ViewRule, c.CreateRule, c.UpdateRule, c.DeleteRule}
	if c.IsAuth() {
		rules = append(rules, c.ManageRule)
	} else {
		rules = append(rules, nil)
	}
	return rules
}

func sameRules(former, next *core.Collection) bool {
	was := rulesOf(former)
	for i, rule := range rulesOf(next) {
		if !same(was[i], rule) {
			return false
		}
	}
	return !former.IsAuth() || same(former.AuthRule, next.AuthRule)
}

// loosened: a rule that is new and not locked.
func loosened(former, next *core.Collection) bool {
	was := rulesOf(former)
	for i, rule := range rulesOf(next) {
		if rule != nil && !same(was[i], rule) {
			return true
		}
	}
	return false
}

// keepsFields: the trail finds by its fields whose a record is, hidden ones stay
// hidden and protected files protected.
func keepsFields(former, next *core.Collection) bool {
	for _, was := range former.Fields {
		now := next.Fields.GetByName(was.GetName())
		if now == nil || now.GetId() != was.GetId() || was.GetHidden() && !now.GetHidden() {
			return false
		}
		if file, ok := was.(*core.FileField); ok && file.Protected {
			if now, ok := now.(*core.FileField); !ok || !now.Protected {
				return false
			}
		}
	}
	return true
}
