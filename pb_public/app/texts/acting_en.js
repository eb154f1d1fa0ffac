export default {
  "acting.as": "as {as}",
  "acting.stepped": "in the turn of the {role}",
  "acting.opened": "Open to the {roles} as well",
  "acting.own_kin": "Filed by an officer for themselves or their household",
};
