using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>Which types of an assembly use which others of the same, as compiled: signatures, fields, attributes and every
/// instruction.</summary>
/// <remarks>What the compiler folds away leaves no trace: constants, and the members of enumerations where nothing else names their
/// type.</remarks>
internal sealed class TypeUses
{
    private readonly HashSet<TypeDefinition> _used = [];

    private TypeUses() { }

    /// <summary>By the full name of an outermost type, the full names of the outermost types that it and what is nested in it
    /// use.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return module.Types.ToDictionary(
            type => type.FullName,
            IReadOnlySet<string> (type) =>
            {
                var uses = new TypeUses();
                uses.Look(type);
                return uses._used.Select(used => Outermost(used).FullName).Where(name => name != type.FullName).ToHashSet();
            },
            StringComparer.Ordinal
        );
    }

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private void Look(TypeDefinition type)
    {
        Add(type.BaseType);
        Add(type.GenericParameters);
        Add(type.CustomAttributes);
        foreach (var one in type.Interfaces)
        {
            Add(one.InterfaceType);
        }

        foreach (var field in type.Fields)
        {
            Add(field.FieldType);
            Add(field.CustomAttributes);
        }

        foreach (var property in type.Properties)
        {
            Add(property.PropertyType);
            Add(property.CustomAttributes);
        }

        foreach (var method in type.Methods)
        {
            Look(method);
        }

        foreach (var nested in type.NestedTypes)
        {
            Look(nested);
        }
    }

    private void Look(MethodDefinition method)
    {
        Add(method);
        Add(method.GenericParameters);
        Add(method.CustomAttributes);
        if (!method.HasBody)
        {
            return;
        }

        foreach (var local in method.Body.Variables)
        {
            Add(local.VariableType);
        }

        foreach (var caught in method.Body.ExceptionHandlers)
        {
            Add(caught.CatchType);
        }

        foreach (var instruction in method.Body.Instructions)
        {
            Look(instruction);
        }
    }

    private void Look(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Add(type);
                break;
            case FieldReference field:
                Add(field.DeclaringType);
                Add(field.FieldType);
                break;
            case MethodReference method:
                Add(method.DeclaringType);
                Add(method);
                foreach (var argument in (method as GenericInstanceMethod)?.GenericArguments ?? [])
                {
                    Add(argument);
                }

                break;
            case CallSite site:
                Add(site);
                break;
        }
    }

    private void Add(IMethodSignature signature)
    {
        Add(signature.ReturnType);
        foreach (var parameter in signature.Parameters)
        {
            Add(parameter.ParameterType);
        }
    }

    private void Add(IEnumerable<GenericParameter> parameters)
    {
        foreach (var constraint in parameters.SelectMany(parameter => parameter.Constraints))
        {
            Add(constraint.ConstraintType);
        }
    }

    /// <summary>Only the types of attributes: their values would have to be read with every library that defines one of their types, and
    /// a type named there is named by what stands under it as well.</summary>
    private void Add(IEnumerable<CustomAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(attribute.AttributeType);
        }
    }

    private void Add(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case TypeDefinition own:
                _used.Add(own);
                break;
            case GenericInstanceType generic:
                Add(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    Add(argument);
                }

                break;
            case IModifierType modified:
                Add(modified.ModifierType);
                Add(modified.ElementType);
                break;
            case TypeSpecification wrapped:
                Add(wrapped.ElementType);
                break;
        }
    }
}
