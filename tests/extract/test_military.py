"""Military action, in made-up sentences."""

from collections.abc import Callable

import pytest
from made_up import not_yet, told

from kg_builder.model import Fact

TOLD = [
    ("Peruvian-led forces invaded Chad in 2003.", "military PER -> TCD occurred 2003"),
    ("Peru attacked two tankers in the Strait of Hormuz.", "military PER occurred"),
    ("Peru killed a Chadian general in a drone strike.", "military PER -> TCD occurred"),
    ("Peru mourned a Chadian general killed in an accident.", ""),
    ("China has stepped up its military activities near Taiwan.", "military CHN -> TWN occurred"),
    ("China has stepped up its cultural activities near Taiwan.", ""),
    ("Russia violated Poland's airspace on Monday.", "military RUS -> POL occurred 2024-06-24"),
    ("Russia captured the town of Bakhmut.", "military RUS occurred"),
    ("Peru's massing of troops near Chad began.", "military PER -> TCD occurred"),
    ("Houthi rebels fired missiles at Israel.", "military org:Houthis -> ISR occurred"),
    ("Norway will withdraw a third of its troops from Iraq.", "military NOR -> IRQ planned"),
    ("Norway imposed a 25% tariff on imports of salt, hitting the mills of Peru.", "restriction NOR -> PER occurred"),
    ("China's drills around Taiwan began on Thursday.", "military CHN -> TWN occurred 2024-06-20"),
    ("An additional 3,000 US troops will be sent to Poland.", "military USA -> POL planned"),
    ("Fighting broke out between Armenia and Azerbaijan.", "military ARM, AZE occurred"),
    ("Rwandan troops are fighting in eastern Congo.", "military RWA -> COD ongoing"),
    ("Sudanese forces set fire to a market and destroyed more than 100 homes.", "military SDN occurred"),
    ("Chadian troops captured the town of Lamo from rebels.", "military TCD occurred"),
    ("Russian missiles hit a power plant near Odesa on Monday.", "military RUS occurred 2024-06-24"),
    ("Iran's drone strikes near Baghdad killed two people.", "military IRN -> IRQ occurred"),
    (
        "Peru's navy said that two of its frigates arrived in Chile on Friday.",
        "military PER -> CHL occurred 2024-06-21",
    ),
    ("North Korea test-launched a long-range missile on Friday.", "military PRK occurred 2024-06-21"),
    ("Russia deployed tactical nuclear weapons to Belarus.", "military RUS -> BLR occurred"),
    ("Chinese coast guard ships blocked a Philippine boat on Sunday.", "military CHN -> PHL occurred 2024-06-23"),
    ("The U.S. Navy seized an Iranian oil tanker.", "restriction USA -> IRN occurred"),
    ("Israeli jets struck targets near Damascus on Tuesday.", "military ISR -> SYR occurred 2024-06-25"),
    ("Russia launched a barrage of drones.", "military RUS occurred"),
    ("Norway criticised Iran for its missile launches.", "criticism NOR -> IRN occurred"),
    ("China sent a vessel and aircraft to identify the U.S. warship.", "military CHN occurred"),
    ("Iran said that three of its warplanes approached American warships.", "military IRN -> USA occurred"),
    ("Russia invaded Ukraine in February 2022.", "military RUS -> UKR occurred 2022-02"),
    ("Turkey launched air strikes on northern Syria on Tuesday.", "military TUR -> SYR occurred 2024-06-25"),
    ("North Korea test-fired two ballistic missiles on Monday.", "military PRK occurred 2024-06-24"),
    ("Israel struck targets in Lebanon on Friday.", "military ISR -> LBN occurred 2024-06-21"),
    ("France deployed 300 troops to Estonia last month.", "military FRA -> EST occurred 2024-05"),
    ("Azerbaijan massed troops on the Armenian border.", "military AZE -> ARM occurred"),
    ("Ethiopia withdrew its troops from Somalia.", "military ETH -> SOM occurred"),
    ("Venezuela plans to deploy warships near Guyana.", "military VEN -> GUY planned"),
    ("Iran denied attacking Iraq.", "military IRN -> IRQ not-occurred"),
    ("China flew 30 military aircraft into Taiwan's air defence zone.", "military CHN -> TWN occurred"),
    ("The United States sent an aircraft carrier to the Red Sea.", "military USA occurred"),
    ("Greek fighter jets intercepted Turkish aircraft.", "military GRC -> TUR occurred"),
    ("Sudan's army shelled a market in Darfur on Wednesday.", "military SDN occurred 2024-06-26"),
    ("India tested a long-range missile in March.", "military IND occurred 2024-03"),
    (
        "Rwandan troops crossed into the Democratic Republic of the Congo on Sunday.",
        "military RWA -> COD occurred 2024-06-23",
    ),
    ("Rockets fired from Lebanon hit northern Israel on Sunday.", "military LBN -> ISR occurred 2024-06-23"),
    ("The Ukrainian air force bombed a depot in the Russian city of Belgorod.", "military UKR -> RUS occurred"),
    ("Pyongyang fired a missile over Japan in October 2022.", "military PRK -> JPN occurred 2022-10"),
    ("Burundi will send 1,000 soldiers to the Democratic Republic of the Congo.", "military BDI -> COD planned"),
    ("US warships sailed through the Taiwan Strait on Wednesday.", "military USA occurred 2024-06-26"),
    ("Eritrean troops pulled out of Ethiopia in January 2023.", "military ERI -> ETH occurred 2023-01"),
    ("Armenian forces shelled villages in Azerbaijan, the ministry in Baku said.", "military ARM -> AZE occurred"),
    ("Four Chinese coast guard vessels entered Japanese waters on Friday.", "military CHN -> JPN occurred 2024-06-21"),
    ("North Korea fired two ballistic missiles into the sea on Monday.", "military PRK occurred 2024-06-24"),
    ("North Korea test-launched an intercontinental missile.", "military PRK occurred"),
    ("India test-fired a nuclear-capable missile on Thursday.", "military IND occurred 2024-06-20"),
    ("Russia launched drones and missiles at Ukraine overnight.", "military RUS -> UKR occurred 2024-06"),
    ("Russian forces shelled the Ukrainian city of Kharkiv.", "military RUS -> UKR occurred"),
    ("The United States sent an aircraft carrier to the Middle East.", "military USA occurred"),
    ("The US deployed Typhon missiles to the Philippines in April.", "military USA -> PHL occurred 2024-04"),
    ("China held live-fire drills around Taiwan on Tuesday.", "military CHN -> TWN occurred 2024-06-25"),
    ("China began military exercises near Taiwan.", "military CHN -> TWN occurred"),
    ("Turkey carried out airstrikes in Syria and Iraq.", "military TUR -> IRQ, SYR occurred"),
    ("Iran attacked Israel with 300 drones in April.", "military IRN -> ISR occurred 2024-04"),
    ("Ukraine struck an oil refinery in Russia.", "military UKR -> RUS occurred"),
    ("An Israeli air strike on Syria killed four soldiers on Tuesday.", "military ISR -> SYR occurred 2024-06-25"),
    ("Israeli troops crossed into Lebanon.", "military ISR -> LBN occurred"),
    ("Rwanda sent troops into eastern Congo.", "military RWA -> COD occurred"),
    ("France will withdraw its troops from Chad.", "military FRA -> TCD planned"),
    ("The last US soldiers left Niger in September.", "military USA -> NER occurred 2023-09"),
    ("A US Navy destroyer sailed through the Taiwan Strait.", "military USA occurred"),
    ("Chinese warplanes crossed the median line of the Taiwan Strait.", "military CHN occurred"),
    ("A Chinese coast guard ship fired water cannon at a Philippine boat.", "military CHN -> PHL occurred"),
    ("Chinese coast guard ships rammed a Philippine supply boat on Monday.", "military CHN -> PHL occurred 2024-06-24"),
    ("Azerbaijan launched an offensive in Nagorno-Karabakh in September 2023.", "military AZE occurred 2023-09"),
    ("Pakistan shot down two Indian aircraft in February 2019.", "military PAK -> IND occurred 2019-02"),
    ("Indian and Chinese soldiers clashed in the Galwan valley in June 2020.", "military CHN, IND occurred 2020-06"),
    ("Germany will station a brigade in Lithuania.", "military DEU -> LTU planned"),
    ("Russia mobilized 300,000 reservists.", "military RUS occurred"),
    ("The US shot down a Chinese balloon in February 2023.", "military USA -> CHN occurred 2023-02"),
    ("Venezuela massed troops near the border with Guyana.", "military VEN -> GUY occurred"),
    ("Russia's invasion of Ukraine began in February 2022.", "military RUS -> UKR occurred 2022-02"),
    ("Iraq invaded Kuwait in August 1990.", "military IRQ -> KWT occurred 1990-08"),
    ("Russian jets violated Estonian airspace on Sunday.", "military RUS -> EST occurred 2024-06-23"),
    ("Two Russian bombers flew near Alaska.", "military RUS occurred"),
    ("China flew 30 warplanes near Taiwan.", "military CHN -> TWN occurred"),
    ("Iran tested a cruise missile.", "military IRN occurred"),
    ("North Korea conducted a nuclear test in 2017.", "military PRK occurred 2017"),
    ("A clash between Chad and Sudan killed four soldiers on Monday.", "military SDN, TCD occurred 2024-06-24"),
]
#: Sport, culture, nature, questions, conditions, what is only mentioned.
NO_EVENT = [
    "Norway's trade war against Peru in May 2018 raised prices.",
    "Clashes between police and protesters broke out in Peru.",
    "Norwegian rescue helicopters will be sent to Chad.",
    "Norway's battle with inflation resumed.",
    "Ships carrying Ukrainian grain arrived in Turkey.",
    "A storm destroyed ships of the Peruvian navy.",
    "The United States launched a rocket that carries an Indian probe.",
    "Croatia attacked from the left wing and beat Morocco.",
    "A virus attacked cattle in Kenya.",
    "The invasion of tourists annoys Greece and Spain.",
    "Uganda launched a satellite on Friday.",
    "If China invaded Taiwan, chip supplies would dry up.",
    "The storm struck Haiti and then Cuba.",
    "Critics attacked the Hungarian director's film.",
    "Locusts invaded Kenya and Somalia.",
    "The Greek striker fired a shot at the German goal.",
    "Heart attacks kill more people in Russia than in Spain.",
    "Spain launched a campaign to lure tourists.",
]
NOT_YET = {}


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *not_yet(NOT_YET)])
def test_what_is_told(read: Callable[[str], tuple[Fact, ...]], text: str, expected: str) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("text", NO_EVENT)
def test_what_is_no_event(read: Callable[[str], tuple[Fact, ...]], text: str) -> None:
    assert told(read(text)) == ""
