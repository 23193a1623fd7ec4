using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Words of the start page.</summary>
internal static class HomeWords
{
    /// <summary>Where there are several studies, or none.</summary>
    public static Text Title { get; } = new("Befragungen der Digitalministerkonferenz", "Surveys of the Conference of Digital Ministers");

    public static Text Lead { get; } =
        new(
            "Die Digitalministerkonferenz lässt den Stand der digitalen Transformation erheben. Das Ergebnis ist eine Grundlage für "
                + "Entscheidungen.",
            "The Conference of Digital Ministers has the state of digital transformation surveyed. The result is a basis for decisions."
        );

    public static Text ForCompanies { get; } = new("Sie sind eingeladen", "You have been invited");

    public static Text ForCompaniesText { get; } =
        new(
            "In Ihrem Einladungsschreiben steht ein Zugangscode. Sie können jederzeit unterbrechen und später " + "weitermachen.",
            "Your invitation letter contains an access code. You can stop at any time and carry on later."
        );

    public static Text EnterCode { get; } = new("Zugangscode eingeben", "Enter access code");

    public static Text ForReaders { get; } = new("Sie suchen Ergebnisse", "You are looking for results");

    public static Text ForReadersText { get; } =
        new(
            "Vorläufige Tabellen sehen Ministerien und Forschung nach der Anmeldung. Veröffentlichte Ergebnisse folgen.",
            "Ministries and researchers see provisional tables after signing in. Published results will follow."
        );

    public static Text Results { get; } = new("Ergebnisse", "Results");

    public static Text ResultsLead { get; } =
        new(
            "Zu diesen Befragungen gibt es Tabellen. Zu sehen sind sie nach der Anmeldung.",
            "There are tables of these surveys. They can be seen after signing in."
        );

    public static Text NoResultsYet { get; } = new("Noch gibt es keine Befragung mit Ergebnissen.", "There is no survey with results yet.");

    public static Text SyntheticMark { get; } = new("synthetische Daten", "synthetic data");

    public static Text SignIn { get; } = new("Anmelden", "Sign in");

    public static Text What { get; } = new("Was gemessen wird", "What is measured");

    public static Text WhatText { get; } =
        new(
            "Aus den Antworten entsteht ein Index mit Dimensionen wie Strategie, Prozesse, Daten, künstliche "
                + "Intelligenz und IT-Sicherheit. Zu jeder Zahl gehört ein Intervall, das zeigt, wie genau sie ist.",
            "The answers make an index with dimensions such as strategy, processes, data, artificial intelligence and "
                + "IT security. Every figure comes with an interval that shows how precise it is."
        );

    public static Text Careful { get; } = new("Wie mit Antworten umgegangen wird", "How answers are treated");

    public static Text CarefulText { get; } =
        new(
            "Antworten werden getrennt von Namen und Adressen gespeichert. Gezeigt werden nur Ergebnisse für Gruppen, nie die "
                + "Angaben eines einzelnen Unternehmens.",
            "Answers are stored apart from names and addresses. Only results for groups are shown, never those of a single company."
        );
}
