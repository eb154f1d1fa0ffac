package delegation_test

import (
	"testing"

	"github.com/pocketbase/dbx"

	"mdesa/hooks/apptest"
)

func TestWhoActsForSomebodyIsToldOfItsBeginningAndItsEnd(t *testing.T) {
	v := apptest.New(t, register)
	made := v.Do("POST", path, week(v, v.VillageHead, v.Secretary, "Plh."), v.VillageHead).Want(200).JSON()
	v.Do("PATCH", path+"/"+made["id"].(string), map[string]any{"revoked_on": day(v, 3)}, v.VillageHead).Want(200)
	var keys []string
	err := v.DB().Select("key").From("notices").Where(dbx.HashExp{"officer": v.Secretary.Id}).OrderBy("rowid").Column(&keys)
	if err != nil || len(keys) != 2 || keys[0] != "delegation.received" || keys[1] != "delegation.ended" {
		t.Error(keys, err)
	}
	v.Do("POST", path, week(v, v.VillageHead, v.Officer, "Plh."), v.Officer).Want(403)
	if n, err := v.CountRecords("notices", dbx.HashExp{"officer": v.Officer.Id}); n != 0 || err != nil {
		t.Error("told of a delegation that was refused", err)
	}
}
