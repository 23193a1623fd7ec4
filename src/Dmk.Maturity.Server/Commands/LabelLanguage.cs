namespace Dmk.Maturity.Server;

/// <summary>The language of labels as a command takes it.</summary>
internal enum LabelLanguage
{
    De,
    En,
}
