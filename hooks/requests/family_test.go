package requests

import (
	"testing"
	"time"
)

func TestWhoFilesForAMinorOfTheFamilyCard(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	head := Kin{Household: "h", FamilyRole: "kepala keluarga", MaritalStatus: "kawin", Sex: "L", Living: true}
	child := Kin{Household: "h", FamilyRole: "anak", MaritalStatus: "belum kawin", Sex: "L", Living: true,
		Born: time.Date(2015, 6, 11, 0, 0, 0, 0, time.UTC)}
	with := func(k Kin, change func(*Kin)) Kin { change(&k); return k }
	wife := with(head, func(k *Kin) { k.FamilyRole, k.Sex = "istri", "P" })
	grandchild := with(child, func(k *Kin) { k.FamilyRole = "cucu" })
	for _, c := range []struct {
		name         string
		filer, minor Kin
		want         string
	}{
		{"a father for his child", head, child, Father},
		{"a mother for her child", wife, child, Mother},
		{"a widow who heads the card for her child", with(head, func(k *Kin) { k.Sex = "P" }), child, Mother},
		{"a grandfather for a grandchild", head, grandchild, HeadOfFamily},
		{"a grandmother for a grandchild", wife, grandchild, SpouseOfHead},
		{"the day before the 17th birthday", head, with(child, func(k *Kin) { k.Born = time.Date(2009, 11, 24, 0, 0, 0, 0, time.UTC) }), Father},
		{"on the 17th birthday", head, with(child, func(k *Kin) { k.Born = time.Date(2009, 11, 23, 0, 0, 0, 0, time.UTC) }), ""},
		{"a married child", head, with(child, func(k *Kin) { k.MaritalStatus = "kawin" }), ""},
		{"a child without a birth date", head, with(child, func(k *Kin) { k.Born = time.Time{} }), ""},
		{"a child who died", head, with(child, func(k *Kin) { k.Living = false }), ""},
		{"a father who died", with(head, func(k *Kin) { k.Living = false }), child, ""},
		{"a child of another family", head, with(child, func(k *Kin) { k.Household = "other" }), ""},
		{"people without a family card", with(head, func(k *Kin) { k.Household = "" }), with(child, func(k *Kin) { k.Household = "" }), ""},
		{"a grown brother for a child", with(head, func(k *Kin) { k.FamilyRole = "anak" }), child, ""},
		{"a father for his wife", head, wife, ""},
	} {
		if got := RelationTo(c.filer, c.minor, today); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
