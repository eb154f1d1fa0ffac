export default {
  "acting.as": "sebagai {as}",
  "acting.stepped": "menggantikan giliran {role}",
  "acting.opened": "Terbuka juga untuk {roles}",
  "acting.own_kin": "Diajukan petugas untuk diri sendiri atau keluarga serumah",
};
