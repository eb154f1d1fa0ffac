package notify

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"sync"

	"github.com/SherClockHolmes/webpush-go"
	"github.com/pocketbase/pocketbase/core"
)

// pushKeys are the pair by which push services know the office (VAPID, RFC 8292),
// as base64url. They are made at the first start and stand beside the office's
// other keys, outside of the database, which gets copied around.
type pushKeys struct {
	Private string `json:"private"`
	Public  string `json:"public"`
}

// keysEnv names the environment variable for another place of the office's keys
// than the folder "keys" in the data folder; hooks/letters keeps its own there.
const keysEnv = "MDESA_KEYS"

const pushFile = "push.key"

type pushRing struct {
	mu   sync.Mutex
	keys *pushKeys
}

func pushKeysOf(app core.App) (*pushKeys, error) {
	ring := app.Store().GetOrSet("notify.push", func() any { return new(pushRing) }).(*pushRing)
	ring.mu.Lock()
	defer ring.mu.Unlock()
	if ring.keys != nil {
		return ring.keys, nil
	}
	dir := os.Getenv(keysEnv)
	if dir == "" {
		dir = filepath.Join(app.DataDir(), "keys")
	}
	keys, err := openPushKeys(dir)
	if err == nil {
		ring.keys = keys
	}
	return keys, err
}

// openPushKeys reads the pair of a directory, or makes it. It is lost with the
// directory: browsers then have to ask again.
func openPushKeys(dir string) (*pushKeys, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	path, keys := filepath.Join(dir, pushFile), &pushKeys{}
	kept, err := os.ReadFile(path)
	switch {
	case err == nil:
		return keys, json.Unmarshal(kept, keys)
	case !errors.Is(err, os.ErrNotExist):
		return nil, err
	}
	if keys.Private, keys.Public, err = webpush.GenerateVAPIDKeys(); err != nil {
		return nil, err
	}
	written, err := json.Marshal(keys)
	if err != nil {
		return nil, err
	}
	return keys, os.WriteFile(path, written, 0o600)
}
